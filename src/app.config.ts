import { TABS } from './tabs'

export default defineAppConfig({
  pages: TABS.map((tab) => tab.page),
  subPackages: [
    {
      root: 'features/matters',
      pages: [
        'pages/report/index',
        'pages/detail/index',
        'pages/mine/index',
        'pages/desk/index',
        'pages/work-list/index',
      ],
    },
    {
      root: 'features/wishes',
      pages: ['pages/list/index', 'pages/detail/index', 'pages/say/index', 'pages/mine/index'],
    },
    {
      root: 'features/votes',
      pages: [
        'pages/detail/index',
        'pages/roll/index',
        'pages/objections/index',
        'pages/missing/index',
        'pages/recount/index',
        'pages/envelopes/index',
        'pages/keying/index',
        'pages/deliveries/index',
        'pages/proxies/index',
        'pages/proxy/index',
      ],
    },
    { root: 'features/vote-draft', pages: ['pages/draft/index'] },
    {
      root: 'features/rounds',
      pages: [
        'pages/detail/index',
        'pages/topic/index',
        'pages/convene/index',
        'pages/session/index',
        'pages/session-board/index',
        'pages/board/index',
        'pages/opinions/index',
        'pages/projector/index',
        'pages/item/index',
        'pages/report/index',
      ],
    },
    {
      root: 'features/owners',
      pages: [
        'pages/bylaws/index',
        'pages/bylaw/index',
        'pages/record-bylaw/index',
        'pages/demands/index',
        'pages/demand/index',
        'pages/demand-new/index',
      ],
    },
    {
      root: 'features/people',
      pages: [
        'pages/sign-in/index',
        'pages/bind/index',
        'pages/requests/index',
        'pages/sessions/index',
        'pages/offices/index',
        'pages/consents/index',
        'pages/phone/index',
        'pages/contact-readings/index',
      ],
    },
    {
      root: 'features/moderation',
      pages: ['pages/queue/index', 'pages/hidden/index', 'pages/blocks/index'],
    },
    { root: 'features/inbox', pages: ['pages/choices/index'] },
    {
      root: 'features/notices',
      pages: ['pages/list/index', 'pages/detail/index', 'pages/publish/index'],
    },
    {
      root: 'features/organisations',
      pages: ['pages/mine/index', 'pages/detail/index', 'pages/desk/index', 'pages/create/index'],
    },
    { root: 'features/my-data', pages: ['pages/overview/index', 'pages/close/index'] },
    { root: 'features/outbox', pages: ['pages/waiting/index'] },
    { root: 'features/search', pages: ['pages/search/index'] },
    {
      root: 'features/places',
      pages: [
        'pages/door/index',
        'pages/places/index',
        'pages/codes/index',
        'pages/grids/index',
        'pages/grid/index',
      ],
    },
    { root: 'features/imports', pages: ['pages/list/index', 'pages/detail/index'] },
  ],
  lazyCodeLoading: 'requiredComponents',
  darkmode: true,
  themeLocation: 'theme.json',
  // H5 only: pages change without a slide, so that nothing moves by itself.
  animation: false,
  window: {
    navigationBarTitleText: '邻里',
    navigationBarBackgroundColor: '@bar',
    navigationBarTextStyle: '@barText' as 'black',
    backgroundColor: '@paper',
    backgroundColorContent: '@paper',
    backgroundTextStyle: '@pull' as 'dark',
  },
  // `custom`: our own <TabBar> stands on the tab pages; WeChat and Taro's H5 router only learn which pages are tabs.
  tabBar: {
    custom: true,
    color: '@tabText',
    selectedColor: '@tabOn',
    backgroundColor: '@tabPaper',
    borderStyle: '@tabEdge' as 'white',
    list: TABS.map((tab) => ({ pagePath: tab.page, text: tab.label })),
  },
  __usePrivacyCheck__: true,
})
