export default definePageConfig({ navigationBarTitleText: '排场次' })
