export default definePageConfig({ navigationBarTitleText: '自己算一遍' })
