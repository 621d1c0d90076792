import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { RoundPage as Opened } from '#core/rounds'
import { ROUTES } from '@/routes'
import { agendaView, pageOf, ROUND, topicItem } from '../../../../../tests/taro/agenda'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { itemCard } from '../../../../../tests/taro/round-items'
import { serve, type Asked } from '../../../../../tests/taro/server'
import { SESSION, sessionBoard, sessionView } from '../../../../../tests/taro/sessions'
import { phone } from '../../../../../tests/taro/taro'
import RoundPage from '.'

const READ = 'GET /communities/*/rounds/*'
const POSTS = 'GET /communities/*/threads/round/*/posts'
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const lists = (asked: readonly Asked[]) =>
  asked.flatMap(({ path }) => /\/rounds\/[^/]+\/(.+)$/.exec(path)?.[1] ?? [])

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, roundId: ROUND }
})

async function open(round: Opened, answers = {}) {
  const asked = serve({ [READ]: round, [POSTS]: { items: [], nextCursor: null, mayPost: true }, ...answers })
  render(<RoundPage />)
  await screen.findByText('楼前那块空地，怎么用才好？')
  return asked
}

const discussed = (more: Partial<Opened> = {}): Opened =>
  agendaView({
    state: 'discussion',
    ...more,
    ...{
      opening: {
        sessions: sessionBoard({ items: [sessionView({ joined: true, acts: ['leave'], notes: 12 })] }),
        statements: {
          asked: { statement: null, answered: 0, of: 0, may: { answer: true } },
          opinions: { people: 0, picture: null },
        },
        outcomes: { items: [], nextCursor: null },
      },
    },
  })

describe('one question to the server', () => {
  it('brings what is shown first of the phase, and its lists ask for nothing', async () => {
    const asked = await open({ ...agendaView(), opening: { topics: pageOf(topicItem()) } } as Opened)
    expect(screen.getByText('加两张长椅')).toBeTruthy()
    expect(asked[0]).toMatchObject({ query: { opening: 'true' } })
    expect(lists(asked)).toEqual([])
  })

  it('does so in the discussion too, of which much is shown', async () => {
    const asked = await open(discussed())
    expect(screen.getByText('来哪一场')).toBeTruthy()
    expect(screen.getByText(/还没有人说，您先说一句/)).toBeTruthy()
    expect(lists(asked)).toEqual([])
  })

  it('another phase is asked for when somebody looks at it', async () => {
    const asked = await open(discussed(), { 'GET /communities/*/rounds/*/topics': pageOf(topicItem()) })
    await press('看看议题准备')
    expect(await screen.findByText('加两张长椅')).toBeTruthy()
    expect(lists(asked)).toEqual(['topics'])
  })

  it('of a round that is over the report comes first', async () => {
    const opening = {
      items: { items: [itemCard()], nextCursor: null },
      lessons: { items: [], nextCursor: null, mayWrite: false },
    }
    const asked = await open({ ...agendaView({ state: 'closed' }), opening })
    expect(lists(asked)).toEqual([])
    const report = screen.getByRole('button', { name: '看这一轮的报告' })
    expect(report.compareDocumentPosition(screen.getByText('大家评的'))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    )
    expect(screen.queryByText(/一人评一次/)).toBeNull()
  })
})

it('is reported as a whole from its foot, by who did not convene it', async () => {
  await open(agendaView())
  expect(screen.getByRole('button', { name: '举报这轮讨论' })).toBeTruthy()
})

describe('the checklist', () => {
  const met = { met: true, words: '每件事都有人评过' }
  const unmet = { met: false, words: '还有 1 件事没人评' }
  const opening = { lessons: { items: [], nextCursor: null, mayWrite: false } }

  it.each([
    ['走到下一步，还要', 'discussion', [met, unmet]],
    ['都齐了，可以往下走', 'discussion', [met]],
    ['结束这一轮，还要', 'evaluation', [met, unmet]],
    ['都齐了，可以结束了', 'evaluation', [met]],
  ] as const)('is headed by what it leads to: %s', async (title, state, gate) => {
    const items = { items: [itemCard()], nextCursor: null }
    await open(
      state === 'evaluation'
        ? { ...agendaView({ state, gate: [...gate] }), opening: { items, ...opening } }
        : discussed({ gate: [...gate] }),
    )
    expect(screen.getByText(title)).toBeTruthy()
  })
})

describe('the foot', () => {
  const foot = () => within(screen.getByRole('contentinfo'))

  it('leads to one’s own session, and says when it begins', async () => {
    await open(discussed())
    expect(foot().getByText(/已写 12 条/)).toBeTruthy()
    await press('去我这场，一起写记录')
    expect(phone.moves.join()).toContain(`${ROUTES.session}?`)
    expect(phone.moves.join()).toContain(SESSION)
  })

  it('leaves the big button to the step that leads on', async () => {
    await open(discussed({ acts: ['begin_action'] }))
    expect(foot().getByRole('button', { name: '讨论完了，开始行动' })).toBeTruthy()
    expect(foot().queryByRole('button', { name: '去我这场，一起写记录' })).toBeNull()
    await press('还可以')
    await press(/去我这场/)
    expect(phone.moves.join()).toContain(SESSION)
  })

  it('invites the neighbours first', async () => {
    await open(agendaView({ acts: ['invite', 'withdraw'] }))
    expect(foot().getByRole('button', { name: '请邻居来' })).toBeTruthy()
  })

  it('steps back with the invitation once it was sent', async () => {
    await open(agendaView({ acts: ['invite', 'withdraw'], invitedAt: '2026-11-18T02:00:00.000Z' }))
    expect(foot().queryByRole('button', { name: '请邻居来' })).toBeNull()
    expect(foot().getByText(/请过邻居了/)).toBeTruthy()
    await press('还可以')
    expect(await screen.findByRole('button', { name: '再请一次邻居' })).toBeTruthy()
  })
})

describe('who counts in', () => {
  it('is said in words: all homes of the place, or chosen ones', async () => {
    await open(agendaView())
    expect(screen.getByText('湖光苑 3号楼，一共 24 户')).toBeTruthy()
  })

  it('names a chosen scope as such', async () => {
    await open({ ...agendaView({ chosen: true, homes: 12 }), opening: { objections: pageOf() } } as Opened)
    expect(screen.getByText('湖光苑 3号楼里选定的 12 户')).toBeTruthy()
  })
})
