export default definePageConfig({ navigationBarTitleText: '拆封录入' })
