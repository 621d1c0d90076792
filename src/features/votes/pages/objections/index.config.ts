export default definePageConfig({ navigationBarTitleText: '疑问和答复' })
