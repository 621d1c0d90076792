import fs from 'node:fs'
import path from 'node:path'
import { renderHook } from '@testing-library/react'
import { phone } from '../../tests/taro/taro'
import { CARD_PICTURE, isSinglePage, shareAddress, useShareCard } from './share'

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

describe('the card in a chat', () => {
  it('has a picture of ours: without one WeChat would draw the page with the words on it', () => {
    renderHook(() => useShareCard(CARD))
    expect(phone.card?.()).toEqual({
      title: '周四停水',
      path: '/features/notices/pages/detail/index?noticeId=n1',
      imageUrl: CARD_PICTURE,
    })
  })

  it('of a page that may not be passed on is the app itself, under the same picture', () => {
    renderHook(() => useShareCard(undefined))
    expect(phone.card?.()).toEqual({ title: '邻里', path: '/pages/home/index', imageUrl: CARD_PICTURE })
  })

  it('takes the picture from the package: small, and five to four', () => {
    const file = fs.readFileSync(path.join(__dirname, '..', CARD_PICTURE))
    expect(file.length).toBeLessThan(10_000)
    // The head of a PNG says how wide and how high it is.
    expect(file.readUInt32BE(16) / file.readUInt32BE(20)).toBe(5 / 4)
  })
})
