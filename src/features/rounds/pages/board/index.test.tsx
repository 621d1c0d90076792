import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { BoardTopicItem } from '#core/rounds'
import { BOARD_PLACE, BOARD_TOPIC, BOARDS, boardPage, boardTopicItem } from '../../../../../tests/taro/board'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import BoardPage from '.'

const WHERE = 'GET /communities/*/boards'
const LIST = 'GET /communities/*/places/*/topics'
const PUT_UP = 'POST /communities/*/places/*/topics'
const SECOND = 'PUT /communities/*/topics/*/second'
const DECLINE = 'POST /communities/*/topics/*/decline'
const CONVENE = 'POST /communities/*/rounds'

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY }
})

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const sheet = () => within(screen.getByRole('dialog'))

async function open(topics: readonly BoardTopicItem[], more: Record<string, unknown> = {}) {
  const asked = serve({ [WHERE]: { items: [...BOARDS] }, [LIST]: boardPage(topics), ...more })
  render(<BoardPage />)
  await screen.findByText(/满 3 户附议/)
  return asked
}

describe('有话大家说', () => {
  it('says what neighbours want to talk about, how many homes, and what that leads to', async () => {
    const asked = await open([boardTopicItem()])
    expect(await screen.findByText('楼前加两张长椅')).toBeTruthy()
    expect(screen.getByText('3号楼的一位住户提的')).toBeTruthy()
    expect(screen.getByText(/再有 2 户就够了/)).toBeTruthy()
    await press(/^楼前加两张长椅/)
    expect(phone.moves).toEqual([
      `navigateTo /features/rounds/pages/topic/index?communityId=${COMMUNITY}&topicId=${BOARD_TOPIC}`,
    ])
    expect(asked.filter(({ path }) => path.includes('/topics'))).toMatchObject([
      { path: `/communities/${COMMUNITY}/places/${BOARD_PLACE}/topics`, query: { list: 'open' } },
    ])
  })

  it('is one of each place where I live, and of what had its answer', async () => {
    const asked = await open([])
    await press('湖光苑')
    await press('有了下文的')
    expect(await screen.findByText('还没有谈过的议题')).toBeTruthy()
    expect(asked[asked.length - 1]).toMatchObject({
      path: `/communities/${COMMUNITY}/places/01990000-0000-7000-8000-00000000b002/topics`,
      query: { list: 'over' },
    })
  })

  it('shows why something isn’t talked about, and where it is', async () => {
    await open([
      boardTopicItem({
        state: 'declined',
        maySecond: false,
        declined: { byName: '赵大爷（楼栋长）', reason: '物业月底就来装', at: '2026-11-20T02:00:00.000Z' },
      }),
      boardTopicItem({
        topicId: 'other',
        title: '自行车停哪儿',
        maySecond: false,
        inRound: true,
        round: { roundId: 'round', question: '楼前怎么用' },
      }),
    ])
    expect(await screen.findByText('赵大爷（楼栋长）说这次不谈')).toBeTruthy()
    expect(screen.getByText('物业月底就来装')).toBeTruthy()
    await press('看谈得怎么样了：楼前怎么用')
    expect(phone.moves).toEqual([
      `navigateTo /features/rounds/pages/detail/index?communityId=${COMMUNITY}&roundId=round`,
    ])
  })

  it('tells who has no home here to bind one, and offers to try again when it did not come', async () => {
    serve({ [WHERE]: { items: [] } })
    const { unmount } = render(<BoardPage />)
    expect(await screen.findByText('先绑定您的家')).toBeTruthy()
    unmount()
    serve({ [WHERE]: OFFLINE })
    render(<BoardPage />)
    expect(await screen.findByText('没打开有话大家说')).toBeTruthy()
    expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy()
  })
})

describe('提一个议题', () => {
  it('puts it up where I look, once it says something', async () => {
    const asked = await open([], { [PUT_UP]: boardTopicItem() })
    await press('提一个议题')
    await userEvent.click(sheet().getByRole('button', { name: '提议题' }))
    expect(sheet().getByText('请写一句想谈什么')).toBeTruthy()
    await userEvent.type(sheet().getByRole('textbox', { name: /想谈什么/ }), '楼前加两张长椅')
    await userEvent.click(sheet().getByRole('button', { name: '提议题' }))
    const sent = asked.find(({ method }) => method === 'POST')
    expect(sent).toMatchObject({
      path: `/communities/${COMMUNITY}/places/${BOARD_PLACE}/topics`,
      body: { title: '楼前加两张长椅', shownAs: 'resident' },
    })
  })

  it('says from what it comes, where the page was opened with it', async () => {
    phone.params = { communityId: COMMUNITY, fromKind: 'matter', fromId: 'lamp' }
    const asked = await open([], { [PUT_UP]: boardTopicItem() })
    await press('提一个议题')
    await userEvent.type(sheet().getByRole('textbox', { name: /想谈什么/ }), '路灯')
    await userEvent.click(sheet().getByRole('button', { name: '提议题' }))
    expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({
      origin: { kind: 'matter', id: 'lamp' },
    })
  })
})

it('seconds a topic for my home', async () => {
  const asked = await open([boardTopicItem()], { [SECOND]: boardTopicItem({ seconds: 2 }) })
  await press('我家也想谈：楼前加两张长椅')
  expect(asked.find(({ method }) => method === 'PUT')?.path).toBe(
    `/communities/${COMMUNITY}/topics/${BOARD_TOPIC}/second`,
  )
})

describe('who convenes', () => {
  const mine = () =>
    boardTopicItem({
      seconds: 3,
      maySecond: false,
      metAt: '2026-11-18T02:00:00.000Z',
      mayConvene: true,
      mayDecline: true,
    })

  it('begins a round with it, under the title as question', async () => {
    const asked = await open([mine()], { [CONVENE]: { roundId: 'round' } })
    await press('召集大家来谈：楼前加两张长椅')
    await userEvent.click(sheet().getByRole('button', { name: '召集大家来谈' }))
    expect(asked.find(({ method }) => method === 'POST')).toMatchObject({
      path: `/communities/${COMMUNITY}/rounds`,
      body: { placeId: BOARD_PLACE, question: '楼前加两张长椅', topicIds: [BOARD_TOPIC] },
    })
    expect(phone.moves).toEqual([
      `navigateTo /features/rounds/pages/detail/index?communityId=${COMMUNITY}&roundId=round`,
    ])
  })

  it('says in public why not, never without a reason', async () => {
    const asked = await open([mine()], { [DECLINE]: boardTopicItem({ state: 'declined' }) })
    await press('这次不谈，说明原因：楼前加两张长椅')
    await userEvent.click(sheet().getByRole('button', { name: '这次不谈，说明原因' }))
    expect(asked.some(({ method }) => method === 'POST')).toBe(false)
    await userEvent.type(sheet().getByRole('textbox', { name: /为什么不谈/ }), '物业月底就来装')
    await userEvent.click(sheet().getByRole('button', { name: '这次不谈，说明原因' }))
    expect(asked.find(({ method }) => method === 'POST')).toMatchObject({
      path: `/communities/${COMMUNITY}/topics/${BOARD_TOPIC}/decline`,
      body: { revision: 1, reason: '物业月底就来装' },
    })
  })
})
