export default definePageConfig({ navigationBarTitleText: '业主联名要求' })
