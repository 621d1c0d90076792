import { render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { PublicNotice } from '#core/notices'
import { notice } from '../../../../../tests/taro/notices'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { NO_POSTS } from '../../../../../tests/taro/posts'
import { OFFLINE, Refusal, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { CARD_PICTURE } from '@/platform/share'
import NoticePage from '../../pages/detail'

jest.mock('@/platform/device', () => ({ isWeapp: true, useWide: () => false }))

const PUBLIC = 'GET /communities/*/public-notices/*'
const ADDRESS = `communityId=${COMMUNITY}&noticeId=n1`
const OPEN: PublicNotice = {
  communityId: COMMUNITY,
  noticeId: 'n1',
  title: '周四停水',
  text: '请提前接水',
  placeName: '湖光苑 3号楼',
  unitName: '3号楼',
  publishedAt: '2026-11-16T12:12:00.000Z',
}
const fromTimeline = (scene: number) => Object.assign(Taro, { getLaunchOptionsSync: () => ({ scene }) })

beforeEach(() => {
  phone.params = { communityId: COMMUNITY, noticeId: 'n1' }
  fromTimeline(1154)
})
afterEach(() => fromTimeline(1001))

describe('a notice opened from 朋友圈', () => {
  it('is its words for everybody, read without a session, and nobody is sent to sign in', async () => {
    const asked = serve({ [PUBLIC]: OPEN })
    render(<NoticePage />)
    expect(await screen.findByText('周四停水')).toBeTruthy()
    expect(screen.getByText('请提前接水')).toBeTruthy()
    expect(asked).toMatchObject([{ path: `/communities/${COMMUNITY}/public-notices/n1`, token: undefined }])
    expect(phone.moves).toEqual([])
  })

  it('may be passed on as it came', async () => {
    serve({ [PUBLIC]: OPEN })
    render(<NoticePage />)
    await screen.findByText('请提前接水')
    expect(phone.menu).toEqual(['shareAppMessage', 'shareTimeline'])
    expect(phone.card?.()).toEqual({
      title: '周四停水',
      path: `/features/notices/pages/detail/index?${ADDRESS}`,
      imageUrl: CARD_PICTURE,
    })
    expect(phone.timeline?.()).toEqual({ title: '周四停水', query: ADDRESS })
  })

  it.each([new Refusal(404, 'NOT_FOUND', '没有找到'), OFFLINE])(
    'that is not for everybody, or can’t be reached, says so and shares nothing: %#',
    async (answer) => {
      serve({ [PUBLIC]: answer })
      render(<NoticePage />)
      expect(await screen.findByText('没打开这条通知')).toBeTruthy()
      expect(phone.menu).toEqual([])
      expect(JSON.stringify(phone.card?.())).not.toContain('n1')
    },
  )
})

describe('what a notice in the app passes on', () => {
  const open = async (more: Parameters<typeof notice>[0]) => {
    fromTimeline(1001)
    signedIn(amei())
    serve({ 'GET /communities/*/notices/*': notice(more), ...NO_POSTS })
    render(<NoticePage />)
    await screen.findByText('周四停水')
  }

  it('is a card for a chat: its title and where it leads', async () => {
    await open({})
    expect(phone.menu).toEqual(['shareAppMessage'])
    expect(phone.card?.()).toEqual({
      title: '周四停水',
      path: `/features/notices/pages/detail/index?${ADDRESS}`,
      imageUrl: CARD_PICTURE,
    })
  })

  it('goes to 朋友圈 only once its publisher has opened it to everybody', async () => {
    await open({ isPublic: true })
    expect(phone.menu).toEqual(['shareAppMessage', 'shareTimeline'])
  })

  it.each([{ withdrawn: true }, { wordsState: 'hidden' as const }])(
    'is nothing once it is %j',
    async (part) => {
      await open({ ...part, isPublic: true })
      expect(phone.menu).toEqual([])
      expect(JSON.stringify(phone.card?.())).not.toContain('n1')
    },
  )
})
