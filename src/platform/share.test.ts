import { phone } from '../../tests/taro/taro'
import { isSinglePage, shareAddress } from './share'

const CARD = { title: '周四停水', page: '/features/notices/pages/detail/index', query: { noticeId: 'n1' } }
const URL = 'http://localhost/features/notices/pages/detail/index?noticeId=n1'

const copied: string[] = []
const browser = (part: object) =>
  Object.entries(part).forEach(([name, value]) =>
    Object.defineProperty(navigator, name, { value, configurable: true }),
  )
const clipboard = { writeText: (text: string) => Promise.resolve(void copied.push(text)) }

beforeEach(() => {
  copied.length = 0
  browser({ share: undefined, clipboard })
})

describe('the address of a thing, on the H5 site', () => {
  it('goes to the share sheet of the phone', async () => {
    const shared: unknown[] = []
    browser({ share: (what: unknown) => Promise.resolve(void shared.push(what)) })
    expect(await shareAddress(CARD)).toBe('shared')
    expect(shared).toEqual([{ title: '周四停水', url: URL }])
    expect(copied).toEqual([])
  })

  it('is left alone by who puts the sheet away', async () => {
    const away = Object.assign(new Error('put away'), { name: 'AbortError' })
    browser({ share: () => Promise.reject(away) })
    expect(await shareAddress(CARD)).toBeUndefined()
    expect(copied).toEqual([])
  })

  it.each([
    ['knows no sheet', undefined],
    ['can’t open it', () => Promise.reject(new Error('not allowed'))],
  ])('is copied where the browser %s', async (_why, share) => {
    browser({ share })
    expect(await shareAddress(CARD)).toBe('copied')
    expect(copied).toEqual([URL])
  })

  it('says so where neither works', async () => {
    browser({ clipboard: { writeText: () => Promise.reject(new Error('not allowed')) } })
    expect(await shareAddress(CARD)).toBe('failed')
  })

  it('is never a page from 朋友圈', () => {
    expect(isSinglePage()).toBe(false)
    expect(phone.menu).toBeUndefined()
  })
})
