export default definePageConfig({ navigationBarTitleText: '备案的规约' })
