export default definePageConfig({ navigationBarTitleText: '还没投的' })
