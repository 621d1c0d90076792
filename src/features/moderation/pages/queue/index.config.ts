export default definePageConfig({ navigationBarTitleText: '看看合不合适' })
