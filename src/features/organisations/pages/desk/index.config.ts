export default definePageConfig({ navigationBarTitleText: '志愿者与互助组织' })
