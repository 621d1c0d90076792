export default definePageConfig({ navigationBarTitleText: '名册和表格' })
