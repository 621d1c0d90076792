import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  agendaView,
  OTHER_TOPIC,
  pageOf,
  ROUND,
  TOPIC,
  topicItem,
  topicView,
} from '../../../../../tests/taro/agenda'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { AgendaPhase } from '.'

const LIST = 'GET /communities/*/rounds/*/topics'
const PROPOSE = 'POST /communities/*/rounds/*/topics'
const SECOND = 'PUT /communities/*/topics/*/second'
const ACT = 'POST /communities/*/topics/*/acts'
const OBJECTIONS = 'GET /communities/*/rounds/*/objections'
const LEFT_OUT = 'GET /communities/*/rounds/*/left-out-homes'
const OBJECT = 'POST /communities/*/rounds/*/objections'

const refresh = jest.fn()
const open = (round = agendaView()) => render(<AgendaPhase round={round} refresh={refresh} />)
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

beforeEach(() => {
  signedIn(amei())
  refresh.mockClear()
})

describe('topics to second', () => {
  it('say what, by whom and how many homes; one big button adds mine', async () => {
    const asked = serve({ [LIST]: pageOf(topicItem()), [SECOND]: topicView({ seconds: 2, seconded: true }) })
    open()
    expect(await screen.findByText('加两张长椅')).toBeTruthy()
    expect(screen.getByText('湖光苑 3号楼的一位住户提的')).toBeTruthy()
    expect(screen.getByText('1 户想谈，再有 2 户就够了')).toBeTruthy()
    await press('我家也想谈：加两张长椅')
    expect(writes(asked)).toMatchObject([
      { method: 'PUT', path: `/communities/${COMMUNITY}/topics/${TOPIC}/second` },
    ])
    expect(refresh).toHaveBeenCalled()
  })

  it('say so where somebody of the home was faster', async () => {
    serve({
      [LIST]: pageOf(topicItem()),
      [SECOND]: new Refusal(409, 'TOPIC_HOME_SECONDED', '您家里已经有人附议过了，一户算一次'),
    })
    open()
    await press('我家也想谈：加两张长椅')
    expect((await screen.findByRole('alert')).textContent).toMatch('一户算一次')
  })

  it('lead to their page, and say where one went that was merged', async () => {
    serve({
      [LIST]: pageOf(
        topicItem({
          state: 'merged',
          maySecond: false,
          mergedInto: { topicId: OTHER_TOPIC, title: '楼前的座位' },
        }),
      ),
    })
    open()
    expect(await screen.findByText('合到「楼前的座位」里了')).toBeTruthy()
    await press(/^加两张长椅/)
    expect(phone.moves).toEqual([
      `navigateTo /features/rounds/pages/topic/index?communityId=${COMMUNITY}&topicId=${TOPIC}`,
    ])
  })
})

describe('提议题', () => {
  it('is the next step where there is none yet; it asks for a line first', async () => {
    const asked = serve({ [LIST]: pageOf(), [PROPOSE]: topicView({ mine: true }) })
    open()
    expect(await screen.findByText('还没有人提议题')).toBeTruthy()
    await press('提议题')
    const sheet = within(await screen.findByRole('dialog', { name: '提议题' }))
    await userEvent.click(sheet.getByRole('button', { name: '提议题' }))
    expect(sheet.getByText('请写一句想谈什么')).toBeTruthy()
    expect(writes(asked)).toEqual([])
    await userEvent.type(sheet.getByRole('textbox', { name: /想谈什么/ }), '加两张长椅')
    await userEvent.click(sheet.getByRole('button', { name: '提议题' }))
    expect(writes(asked)).toMatchObject([
      {
        path: `/communities/${COMMUNITY}/rounds/${ROUND}/topics`,
        body: { title: '加两张长椅', text: '', shownAs: 'resident' },
      },
    ])
    expect(refresh).toHaveBeenCalled()
  })

  it('is not offered to who only reads, nor once the agenda is out', async () => {
    serve({ [LIST]: pageOf(topicItem({ maySecond: false })) })
    const { unmount } = open(agendaView({ may: { takePart: false, convene: false, object: false } }))
    await screen.findByText('加两张长椅')
    expect(screen.queryByText('提议题')).toBeNull()
    unmount()
    open(agendaView({ state: 'discussion' }))
    await screen.findByText('谈了哪些')
    expect(screen.queryByText('提议题')).toBeNull()
  })
})

describe('合到一起', () => {
  const other = topicItem({ topicId: OTHER_TOPIC, title: '楼前的座位', acts: ['ask_merge'] })

  it('is asked by who convenes, with the other topic and a reason', async () => {
    const asked = serve({ [LIST]: pageOf(topicItem(), other), [ACT]: topicView() })
    open(agendaView({ may: { takePart: false, convene: true, object: false } }))
    await press('请他合到一起：楼前的座位')
    const sheet = within(await screen.findByRole('dialog', { name: '请他合到一起' }))
    const send = () => userEvent.click(sheet.getByRole('button', { name: '请他合到一起' }))
    await send()
    expect(sheet.getByText('请选一条')).toBeTruthy()
    await userEvent.click(sheet.getByRole('radio', { name: /加两张长椅/ }))
    await userEvent.type(sheet.getByRole('textbox', { name: /为什么合到一起/ }), '说的是一件事')
    await send()
    expect(writes(asked)).toMatchObject([
      {
        path: `/communities/${COMMUNITY}/topics/${OTHER_TOPIC}/acts`,
        body: { act: 'ask_merge', intoId: TOPIC, reason: '说的是一件事' },
      },
    ])
  })

  it('is answered by the author, with two equal buttons', async () => {
    const proposal = {
      into: { topicId: OTHER_TOPIC, title: '楼前的座位' },
      byName: '陈阿姨（楼栋长）',
      reason: '说的是一件事',
    }
    const asked = serve({
      [LIST]: pageOf(topicItem({ mine: true, proposal, acts: ['agree_merge', 'refuse_merge'] })),
      [ACT]: topicView(),
    })
    open()
    expect(await screen.findByText('陈阿姨（楼栋长）想请您把这一条合到「楼前的座位」里')).toBeTruthy()
    await press('好，合到一起')
    const sheet = within(await screen.findByRole('dialog', { name: '好，合到一起' }))
    await userEvent.click(sheet.getByRole('button', { name: '好，合到一起' }))
    expect(writes(asked)).toMatchObject([{ body: { act: 'agree_merge', revision: 1 } }])
  })
})

describe('a chosen scope', () => {
  it('says which homes are left out, and takes what they say', async () => {
    const asked = serve({
      [LIST]: pageOf(),
      [OBJECTIONS]: pageOf(),
      [LEFT_OUT]: pageOf({ homeId: 'home', name: '2单元 301 室' }),
      [OBJECT]: {
        objectionId: 'objection',
        text: '我家也想谈',
        byName: '湖光苑 3号楼的一位住户',
        mine: true,
        wordsState: 'shown',
        at: '2026-11-18T03:00:00.000Z',
        answer: null,
        mayAnswer: false,
      },
    })
    open(agendaView({ chosen: true, may: { takePart: false, convene: false, object: true } }))
    await press('看看是哪几户')
    expect(await screen.findByText('2单元 301 室')).toBeTruthy()
    await press('关上')
    await press('我家没算进来，有话要说')
    const sheet = within(await screen.findByRole('dialog', { name: '我家没算进来，有话要说' }))
    await userEvent.type(sheet.getByRole('textbox', { name: /您想说什么/ }), '我家也想谈')
    await userEvent.click(sheet.getByRole('button', { name: '说出来' }))
    expect(writes(asked)).toMatchObject([{ body: { text: '我家也想谈' } }])
  })
})
