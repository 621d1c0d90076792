export default definePageConfig({ navigationBarTitleText: '家和家里人' })
