import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { AskedView, OpinionsView } from '#core/rounds'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { serve, writes } from '../../../../../tests/taro/server'
import { StatementsOfRound } from '.'

const ROUND = '0193a000-0000-7000-8000-0000000000a1'
const FIRST = '0193a000-0000-7000-8000-0000000000b1'
const SECOND = '0193a000-0000-7000-8000-0000000000b2'

const asked = (statementId: string | null, text: string, answered: number): AskedView => ({
  statement: statementId
    ? {
        statementId,
        text,
        topicId: null,
        mine: false,
        wordsState: null,
        said: null,
        may: { withdraw: false },
      }
    : null,
  answered,
  of: 2,
  may: { answer: true },
})

const counts = (agree: number, disagree: number) => ({ agree, disagree, pass: 0 })
const opinions: OpinionsView = {
  people: 14,
  picture: {
    madeAt: '2026-11-18T02:00:00.000Z',
    groups: [
      { people: 9, x: 80, y: 10, holds: [] },
      { people: 5, x: -70, y: 0, holds: [] },
    ],
    meets: [
      {
        statementId: FIRST,
        text: '走道留够一米二',
        side: 'agree',
        ...counts(13, 1),
        byGroup: [counts(8, 1), counts(5, 0)],
      },
    ],
    mine: null,
  },
}

const draw = (table: Parameters<typeof serve>[0]) => {
  signedIn(amei())
  const all = serve(table)
  render(<StatementsOfRound round={{ communityId: COMMUNITY, roundId: ROUND }} />)
  return all
}

const NEXT = 'GET /communities/*/rounds/*/next-statement'
const OPINIONS = 'GET /communities/*/rounds/*/opinions'
const ANSWER = 'PUT /communities/*/rounds/*/statements/*/answer'

it('asks one statement after the other, and says that nobody sees who answered what', async () => {
  const all = draw({
    [NEXT]: asked(FIRST, '晾被子只在周末', 0),
    [OPINIONS]: { people: 3, picture: null },
    [ANSWER]: asked(SECOND, '种花不种菜', 1),
  })
  expect(await screen.findByText('晾被子只在周末')).toBeTruthy()
  expect(screen.getByText('第 1 句，共 2 句')).toBeTruthy()
  expect(screen.getByText(/谁也看不到/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '不同意：晾被子只在周末' }))
  expect(await screen.findByText('种花不种菜')).toBeTruthy()
  expect(writes(all)).toMatchObject([{ body: { stance: 'disagree' }, key: expect.any(String) }])
})

it('shows where those who differ meet, group by group', async () => {
  draw({ [NEXT]: asked(null, '', 2), [OPINIONS]: opinions })
  expect(await screen.findByText('想法不同的人，在这句上一致')).toBeTruthy()
  expect(screen.getByText('14 人答')).toBeTruthy()
  expect(screen.getByRole('img', { name: '第一组，8 / 9 人同意' })).toBeTruthy()
  expect(screen.getByRole('img', { name: '第二组，5 / 5 人同意' })).toBeTruthy()
  expect(screen.getByText(/都答过了/)).toBeTruthy()
})

it('adds a thought of one’s own; an empty one is said to be missing', async () => {
  const all = draw({
    [NEXT]: asked(FIRST, '晾被子只在周末', 0),
    [OPINIONS]: { people: 3, picture: null },
    'POST /communities/*/rounds/*/statements': {
      statementId: SECOND,
      text: '种花不种菜',
      topicId: null,
      mine: true,
      wordsState: 'shown',
      said: 'agree',
    },
  })
  await userEvent.click(await screen.findByRole('button', { name: '补一句我的想法' }))
  const send = () => {
    const buttons = screen.getAllByRole('button', { name: '补一句我的想法' })
    return userEvent.click(buttons[buttons.length - 1] as HTMLElement)
  }
  await send()
  expect(screen.getByText('请先写一句')).toBeTruthy()
  await userEvent.type(screen.getByRole('textbox'), '种花不种菜')
  await send()
  expect(writes(all)).toMatchObject([{ body: { text: '种花不种菜' } }])
})
