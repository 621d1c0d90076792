export default definePageConfig({ navigationBarTitleText: '等待发送' })
