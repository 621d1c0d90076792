export default definePageConfig({ navigationBarTitleText: '代别人投票' })
