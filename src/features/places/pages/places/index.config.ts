export default definePageConfig({ navigationBarTitleText: '楼栋和门口的码' })
