import type { Bundle, Launch } from '../bundle'

const STATUS_BAR = 20
const NAVIGATION_BAR = 44

/** Synchronous APIs about the phone. What the test says (`answer('getAppBaseInfo', …)`) is laid over these. */
export function deviceApis(bundle: Bundle) {
  const screen = () => ({
    pixelRatio: 2,
    screenWidth: innerWidth,
    screenHeight: innerHeight,
    windowWidth: innerWidth,
    windowHeight: document.querySelector('#pages')?.clientHeight ?? innerHeight - STATUS_BAR - NAVIGATION_BAR,
    statusBarHeight: STATUS_BAR,
    screenTop: STATUS_BAR + NAVIGATION_BAR,
    safeArea: {
      ...{ left: 0, right: innerWidth, top: STATUS_BAR, bottom: innerHeight },
      ...{ width: innerWidth, height: innerHeight - STATUS_BAR },
    },
  })
  const device = () => ({
    brand: 'harness',
    model: 'harness',
    system: 'iOS 16.0',
    platform: 'ios',
    memorySize: 4096,
  })
  const base = () => ({
    ...{ SDKVersion: '3.8.12', version: '8.0.50', language: 'zh_CN', theme: 'light', enableDebug: false },
    ...{ fontSizeSetting: 16, fontSizeScaleFactor: 1, host: { env: 'WeChat' } },
  })
  const launch = () => launchOptions(bundle, window.weappSettings.launch)
  return {
    getWindowInfo: answered('getWindowInfo', screen),
    getDeviceInfo: answered('getDeviceInfo', device),
    getAppBaseInfo: answered('getAppBaseInfo', base),
    getSystemInfoSync: answered('getSystemInfoSync', () => ({ ...screen(), ...device(), ...base() })),
    getSystemSetting: answered('getSystemSetting', () => ({ locationEnabled: true, wifiEnabled: true })),
    getAppAuthorizeSetting: answered('getAppAuthorizeSetting', () => ({ cameraAuthorized: 'authorized' })),
    getAccountInfoSync: answered('getAccountInfoSync', () => ({
      miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' },
    })),
    getMenuButtonBoundingClientRect: answered('getMenuButtonBoundingClientRect', () => ({
      ...{ width: 87, height: 32, top: STATUS_BAR + 6, bottom: STATUS_BAR + 38 },
      ...{ left: innerWidth - 94, right: innerWidth - 7 },
    })),
    getLaunchOptionsSync: launch,
    getEnterOptionsSync: launch,
    canIUse: () => true,
    env: { USER_DATA_PATH: 'wxfile://usr' },
  }
}

/** How the app was opened; the first page of app.json unless the test says otherwise. */
export function launchOptions(bundle: Bundle, { path, query, scene }: Launch) {
  return {
    path: path ?? bundle.config.pages[0] ?? '',
    query,
    scene,
    referrerInfo: {},
    shareTicket: undefined,
  }
}

function answered(name: string, usual: () => object) {
  return () => ({ ...usual(), ...(window.weappSettings.answers[name] as object | undefined) })
}
