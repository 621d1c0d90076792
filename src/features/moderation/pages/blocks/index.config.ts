export default definePageConfig({ navigationBarTitleText: '不看谁的话' })
