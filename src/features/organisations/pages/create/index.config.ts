export default definePageConfig({ navigationBarTitleText: '成立互助组织' })
