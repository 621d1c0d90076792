/** The tab pages, in their order. ＋ 我要说 stands among them but is a sheet, not a page. */
export const TABS = [
  { name: 'home', label: '首页', icon: 'home', page: 'pages/home/index' },
  { name: 'together', label: '议事', icon: 'talk', page: 'pages/together/index' },
  { name: 'inbox', label: '消息', icon: 'bell', page: 'pages/inbox/index' },
  { name: 'me', label: '我的', icon: 'user', page: 'pages/me/index' },
] as const

export type TabName = (typeof TABS)[number]['name']
