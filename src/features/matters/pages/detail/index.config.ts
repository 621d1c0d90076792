export default definePageConfig({
  navigationBarTitleText: '事情进展',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
