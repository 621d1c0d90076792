export default definePageConfig({ navigationBarTitleText: '召集讨论' })
