import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { OutcomeView, RoundView } from '#core/rounds'
import { ROUTES } from '@/routes'
import { agendaView, pageOf, ROUND, TOPIC } from '../../../../../tests/taro/agenda'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { OutcomesOfRound } from '.'

const LIST = 'GET /communities/*/rounds/*/outcomes'
const PUT = 'PUT /communities/*/rounds/*/topics/*/outcome'
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

const outcome = (more: Partial<OutcomeView> = {}): OutcomeView => ({
  topicId: TOPIC,
  title: '加两张长椅',
  text: null,
  placeId: 'building',
  outcome: null,
  outcomeText: null,
  outcomeAt: null,
  voteId: null,
  revision: 4,
  may: { putDown: false, draftVote: false },
  ...more,
})

const refresh = jest.fn()

beforeEach(() => {
  signedIn(amei())
  refresh.mockClear()
})

function open(answers: Parameters<typeof serve>[0], more: Partial<RoundView> = {}) {
  const asked = serve(answers)
  render(<OutcomesOfRound round={agendaView({ state: 'discussion', ...more })} refresh={refresh} />)
  return asked
}

it('says to everybody how each topic ended, and of which nothing is put down yet', async () => {
  const ended = { outcome: 'consensus', outcomeText: '放在东头树下' } as const
  open({ [LIST]: pageOf(outcome(ended), outcome({ topicId: 'other', title: '自行车停哪儿' })) })
  expect(await screen.findByText('谈拢了')).toBeTruthy()
  expect(screen.getByText('放在东头树下')).toBeTruthy()
  expect(screen.getByText('还没写下谈出了什么')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

describe('who convenes', () => {
  const mine = outcome({ may: { putDown: true, draftVote: false } })
  const ended = outcome({ outcome: 'no_consensus', outcomeText: '放哪儿没谈拢' })

  it('puts down how it ended; what is missing is said before anything is sent', async () => {
    const asked = open({ [LIST]: pageOf(mine), [PUT]: ended })
    await press('写下谈出了什么：加两张长椅')
    const sheet = within(await screen.findByRole('dialog'))
    await userEvent.click(sheet.getByRole('radio', { name: '没谈拢' }))
    await userEvent.click(sheet.getByRole('button', { name: '写下来' }))
    expect(sheet.getByText('请写几句，大家以后看得到')).toBeTruthy()
    expect(writes(asked)).toEqual([])
    await userEvent.type(sheet.getByLabelText('哪儿没谈拢，各是怎么想的'), '放哪儿没谈拢')
    await userEvent.click(sheet.getByRole('button', { name: '写下来' }))
    expect(writes(asked)).toMatchObject([
      { body: { revision: 4, outcome: 'no_consensus', text: '放哪儿没谈拢' }, key: expect.any(String) },
    ])
    expect(refresh).toHaveBeenCalled()
  })

  it('keeps the words where somebody was faster', async () => {
    open({ [LIST]: pageOf(mine), [PUT]: new Refusal(409, 'STATE_CHANGED', '有人先写了') })
    await press('写下谈出了什么：加两张长椅')
    const sheet = within(await screen.findByRole('dialog'))
    await userEvent.type(sheet.getByLabelText('大家说好了怎么办'), '放在树下')
    await userEvent.click(sheet.getByRole('button', { name: '写下来' }))
    expect(await sheet.findByText(/有人先写了/)).toBeTruthy()
    expect(sheet.getByDisplayValue('放在树下')).toBeTruthy()
    expect(refresh).not.toHaveBeenCalled()
  })

  it('goes on to the draft of the vote that a topic asks for, with the topic at hand', async () => {
    const asks = {
      outcome: 'vote',
      outcomeText: '放在哪儿',
      may: { putDown: true, draftVote: true },
    } as const
    open({ [LIST]: pageOf(outcome(asks)) })
    await press('写表决的草稿：加两张长椅')
    expect(phone.moves).toEqual([
      `navigateTo ${ROUTES.voteDraft}?communityId=${COMMUNITY}&roundId=${ROUND}&topicId=${TOPIC}`,
    ])
  })
})

describe('a topic that asks for a vote nobody gave notice of', () => {
  const asks = pageOf(outcome({ outcome: 'vote', outcomeText: '放在哪儿' }))

  it.each([
    ['building', '要表决，请楼栋长来发起；公示了，这里就看得到'],
    ['estate', '要表决，请居委会来发起；公示了，这里就看得到'],
  ] as const)('says to who can’t draft it whom to ask, at a place of kind %s', async (placeKind, words) => {
    open({ [LIST]: asks }, { placeKind })
    expect(await screen.findByText(words)).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('asks nobody once the round is over', async () => {
    open({ [LIST]: asks }, { state: 'closed' })
    expect(await screen.findByText('交给大家表决')).toBeTruthy()
    expect(screen.queryByText(/来发起/)).toBeNull()
  })
})

it('leads everybody to the vote once there is one', async () => {
  open({ [LIST]: pageOf(outcome({ outcome: 'vote', voteId: 'vote-1' })) })
  await press('去看表决：加两张长椅')
  expect(phone.moves).toEqual([`navigateTo ${ROUTES.vote}?communityId=${COMMUNITY}&voteId=vote-1`])
})

it('has its other faces: no topics, and an error with another try', async () => {
  open({ [LIST]: OFFLINE })
  expect(await screen.findByText('没打开议题')).toBeTruthy()
  serve({ [LIST]: pageOf() })
  await press('再试一次')
  expect(await screen.findByText('这一轮还没有议题')).toBeTruthy()
})
