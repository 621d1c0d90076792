export default definePageConfig({ navigationBarTitleText: '规约' })
