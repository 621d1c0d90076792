import { ApiFailure, asyncApi, note, type Options } from './api'

/** APIs that ask a person or an outside service. Unanswered by the test, the person cancels. */
const CANCELLED_UNLESS_ANSWERED = [
  ...['scanCode', 'chooseMedia', 'chooseImage', 'chooseLocation', 'chooseAddress', 'showActionSheet'],
  ...['getLocation', 'getFuzzyLocation', 'getUserProfile', 'requestPayment'],
]

/** APIs that succeed and show nothing; the test finds them with `calls(name)`. */
const ONLY_NOTED = [
  ...[
    'showToast',
    'hideToast',
    'showLoading',
    'hideLoading',
    'setClipboardData',
    'makePhoneCall',
    'previewImage',
  ],
  ...[
    'previewMedia',
    'openLocation',
    'openDocument',
    'vibrateShort',
    'vibrateLong',
    'hideKeyboard',
    'openSetting',
  ],
  ...['stopPullDownRefresh', 'setNavigationBarColor', 'setBackgroundColor', 'setBackgroundTextStyle'],
  ...[
    'showNavigationBarLoading',
    'hideNavigationBarLoading',
    'setTabBarBadge',
    'removeTabBarBadge',
    'hideTabBar',
  ],
  ...[
    'showTabBar',
    'setTabBarItem',
    'setTabBarStyle',
    'showTabBarRedDot',
    'hideTabBarRedDot',
    'showShareMenu',
  ],
  ...[
    'hideShareMenu',
    'updateShareMenu',
    'authorize',
    'checkSession',
    'setKeepScreenOn',
    'saveImageToPhotosAlbum',
  ],
  ...['navigateToMiniProgram', 'exitMiniProgram', 'reportEvent', 'setEnableDebug', 'hideHomeButton'],
]

/** Listeners for what never happens here. */
const NEVER_CALLED = [
  ...['AppShow', 'AppHide', 'Error', 'UnhandledRejection', 'PageNotFound', 'ThemeChange', 'WindowResize'],
  ...['MemoryWarning', 'KeyboardHeightChange', 'AudioInterruptionBegin', 'AudioInterruptionEnd', 'CopyUrl'],
].flatMap((event) => [`on${event}`, `off${event}`])

function named<T>(names: string[], make: (name: string) => T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, make(name)]))
}

const cancelled = (_: Options, answer: unknown) => {
  if (answer === undefined) throw new ApiFailure('cancel')
  return answer
}

/** Confirmed unless the test says `{ confirm: false }`. */
function modal(_: Options, answer: unknown) {
  const { confirm = true, content = '' } = (answer ?? {}) as { confirm?: boolean; content?: string }
  return { confirm, cancel: !confirm, content }
}

/** Everybody agrees to every message unless the test says otherwise. */
function subscribe({ tmplIds }: Options) {
  return Object.fromEntries((Array.isArray(tmplIds) ? tmplIds : []).map((id) => [String(id), 'accept']))
}

function randomValues({ length }: Options) {
  return { randomValues: crypto.getRandomValues(new Uint8Array(Number(length))).buffer }
}

/** A newer version is ready as soon as the test says so: `answer('getUpdateManager', { ready: true })`. */
const getUpdateManager = () => ({
  onCheckForUpdate: () => undefined,
  onUpdateReady: (listener: () => void) => {
    const answer = window.weappSettings.answers.getUpdateManager as { ready?: boolean } | undefined
    if (answer?.ready) listener()
  },
  onUpdateFailed: () => undefined,
  applyUpdate: () => note('applyUpdate', {}),
})

export const actApis = {
  getUpdateManager,
  ...named(CANCELLED_UNLESS_ANSWERED, (name) => asyncApi(name, cancelled)),
  ...named(ONLY_NOTED, (name) => asyncApi(name)),
  ...named(NEVER_CALLED, () => () => undefined),
  login: asyncApi('login', () => ({ code: 'weapp-code' })),
  showModal: asyncApi('showModal', modal),
  requestSubscribeMessage: asyncApi('requestSubscribeMessage', subscribe),
  getRandomValues: asyncApi('getRandomValues', randomValues),
  getClipboardData: asyncApi('getClipboardData', () => ({ data: '' })),
  getSetting: asyncApi('getSetting', () => ({ authSetting: {} })),
  compressImage: asyncApi('compressImage', ({ src }) => ({ tempFilePath: src })),
  getImageInfo: asyncApi('getImageInfo', ({ src }) => ({ path: src, width: 100, height: 100, type: 'png' })),
}
