export default definePageConfig({ navigationBarTitleText: '讨论报告' })
