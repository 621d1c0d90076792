/**
 * Taro's API for tests of screens in jsdom: a phone that remembers where it was sent and what it stored, and whose
 * network is a function of the test. Reset before every test by `resetPhone()`.
 */
import { useEffect, useRef } from 'react'

interface Sent {
  url: string
  method: string
  data?: string
  header?: Record<string, string>
}

interface Phone {
  /** Every move, newest last: `navigateTo /features/…`. */
  moves: string[]
  /** Every number dialled. */
  dialled: string[]
  stored: Map<string, unknown>
  params: Record<string, string>
  depth: number
  /** What WeChat's button for the phone number gives; undefined when the reader refuses. */
  phoneCode: string | undefined
  network: (sent: Sent) => Promise<{ statusCode: number; data: unknown }>
  /** What the person chooses in the album or takes with the camera; a reason: it fails. */
  chooses: string[] | { errMsg: string }
  /** What the page on the screen offers in WeChat's ··· menu; undefined: it was left as it is. */
  menu: string[] | undefined
  /** What it shares in a chat, and in 朋友圈. */
  card: (() => object) | undefined
  timeline: (() => object) | undefined
  /** What WeChat says of itself, its font size among it. */
  app: { fontSizeScaleFactor?: number }
}

const offline = () => Promise.reject(new Error('request:fail'))
const fresh = (): Phone => ({
  moves: [],
  dialled: [],
  stored: new Map(),
  params: {},
  depth: 1,
  phoneCode: undefined,
  network: offline,
  chooses: { errMsg: 'chooseMedia:fail cancel' },
  menu: undefined,
  card: undefined,
  timeline: undefined,
  app: {},
})

export const phone: Phone = fresh()

const shown = new Set<() => void>()
const hidden = new Set<() => void>()
const pulled = new Set<() => void>()

/** What the person does with the page as a whole; call inside `act`. */
export const person = {
  leavesPage: () => hidden.forEach((listener) => listener()),
  comesBack: () => shown.forEach((listener) => listener()),
  pullsDown: () => pulled.forEach((listener) => listener()),
}

/** A new phone: nothing stored, nowhere been, no network. */
export function resetPhone(): void {
  Object.assign(phone, fresh())
}

const move = (kind: string) => (to?: { url: string }) => {
  phone.moves.push(to ? `${kind} ${to.url}` : kind)
  return Promise.resolve()
}

const useOnMount = (listener: () => void) => {
  const latest = useRef(listener)
  useEffect(() => {
    latest.current()
  }, [])
}

const useOn = (heard: Set<() => void>) =>
  function useEvent(listener: () => void) {
    const latest = useRef(listener)
    useEffect(() => {
      latest.current = listener
    })
    useEffect(() => {
      const hear = () => latest.current()
      heard.add(hear)
      return () => void heard.delete(hear)
    }, [])
  }
const useShownAgain = useOn(shown)

export const useLaunch = useOnMount
export const useDidShow = (listener: () => void) => {
  useOnMount(listener)
  useShownAgain(listener)
}
export const useDidHide = useOn(hidden)
export const useReachBottom = (_listener: () => void) => undefined
export const usePullDownRefresh = useOn(pulled)
export const useShareAppMessage = (card: () => object) => useEffect(() => void (phone.card = card))
export const useShareTimeline = (card: () => object) => useEffect(() => void (phone.timeline = card))
export const useRouter = () => ({ params: phone.params })
export const nextTick = (callback: () => void) => void Promise.resolve().then(callback)
export const getEnv = () => 'WEB'
export const pxTransform = (size: number) => `${size}px`

interface SentFile extends Sent {
  filePath: string
}

/** Goes over the same network; `data` says which file it is. Half of it is told on the way. */
function uploadFile({ url, header, filePath }: SentFile) {
  const told = new Set<(step: { progress: number }) => void>()
  const answer = Promise.resolve().then(() => {
    told.forEach((tell) => tell({ progress: 50 }))
    return phone.network({ url, header, method: 'POST', data: JSON.stringify({ filePath }) })
  })
  return Object.assign(answer, {
    progress: (tell: (step: { progress: number }) => void) => void told.add(tell),
  })
}

const Taro = {
  getEnv,
  pxTransform,
  nextTick,
  useDidShow,
  useRouter,
  getStorageSync: (key: string) => phone.stored.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void phone.stored.set(key, value),
  removeStorageSync: (key: string) => void phone.stored.delete(key),
  getStorageInfoSync: () => ({ keys: [...phone.stored.keys()] }),
  getCurrentPages: () => Array.from({ length: phone.depth }),
  navigateTo: move('navigateTo'),
  redirectTo: move('redirectTo'),
  reLaunch: move('reLaunch'),
  switchTab: move('switchTab'),
  navigateBack: move('navigateBack'),
  setNavigationBarTitle: () => Promise.resolve(),
  pageScrollTo: () => Promise.resolve(),
  stopPullDownRefresh: () => Promise.resolve(),
  request: (sent: Sent) => phone.network(sent),
  downloadFile: async ({ url }: { url: string }) => ({
    ...(await phone.network({ url, method: 'GET' })),
    tempFilePath: `wxfile://${url}`,
  }),
  openDocument: ({ filePath, fileType }: { filePath: string; fileType: string }) =>
    Promise.resolve(void phone.moves.push(`open ${fileType} ${filePath}`)),
  shareFileMessage: ({ filePath }: { filePath: string }) =>
    Promise.resolve(void phone.moves.push(`share ${filePath}`)),
  uploadFile,
  chooseMedia: ({ count }: { count: number }) =>
    Array.isArray(phone.chooses)
      ? Promise.resolve({
          tempFiles: phone.chooses.slice(0, count).map((tempFilePath) => ({ tempFilePath })),
        })
      : Promise.reject(phone.chooses),
  getAppBaseInfo: () => phone.app,
  makePhoneCall: ({ phoneNumber }: { phoneNumber: string }) =>
    Promise.resolve(void phone.dialled.push(phoneNumber)),
  hideShareMenu: () => Promise.resolve(void (phone.menu = [])),
  showShareMenu: ({ menus }: { menus: string[] }) => Promise.resolve(void (phone.menu = menus)),
  login: () => Promise.resolve({ code: '' }),
  eventCenter: { on: () => undefined, off: () => undefined, trigger: () => undefined },
  getSystemInfoSync: () => ({ windowWidth: 375, windowHeight: 812, platform: 'devtools' }),
  getWindowInfo: () => ({ windowWidth: 375, windowHeight: 812 }),
  getCurrentInstance: () => ({ router: { params: phone.params } }),
}

export const { getCurrentInstance, eventCenter, getSystemInfoSync, getWindowInfo, getCurrentPages } = Taro
export const createSelectorQuery = () => ({})

export default Taro
