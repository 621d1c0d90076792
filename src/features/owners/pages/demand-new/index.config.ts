export default definePageConfig({ navigationBarTitleText: '写联名要求' })
