export default definePageConfig({ navigationBarTitleText: '被收起来的话' })
