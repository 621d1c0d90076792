export default definePageConfig({ navigationBarTitleText: '互助组织' })
