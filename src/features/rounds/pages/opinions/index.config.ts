export default definePageConfig({ navigationBarTitleText: '大家的看法' })
