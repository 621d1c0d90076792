export default definePageConfig({ navigationBarTitleText: '一起写记录' })
