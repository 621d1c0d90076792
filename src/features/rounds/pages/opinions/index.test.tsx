import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { OpinionsView, StatementView } from '#core/rounds'
import { ROUTES } from '@/routes'
import { pageOf, ROUND } from '../../../../../tests/taro/agenda'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import OpinionsPage from '.'

const OPINIONS = 'GET /communities/*/rounds/*/opinions'
const SAID = 'GET /communities/*/rounds/*/statements'
const ANSWER = 'PUT /communities/*/rounds/*/statements/*/answer'
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

const counts = (agree: number, disagree: number) => ({ agree, disagree, pass: 0 })
const FEW: OpinionsView = { people: 4, picture: null }
const TWO_GROUPS: OpinionsView = {
  people: 14,
  picture: {
    madeAt: '2026-11-18T02:00:00.000Z',
    groups: [
      {
        people: 9,
        x: 80,
        y: 10,
        holds: [{ statementId: 'b', text: '夜里不跳舞', side: 'agree', ...counts(9, 0) }],
      },
      { people: 5, x: -70, y: 0, holds: [] },
    ],
    meets: [
      {
        statementId: 'a',
        text: '走道留够一米二',
        side: 'agree',
        ...counts(13, 1),
        byGroup: [counts(8, 1), counts(5, 0)],
      },
    ],
    mine: 0,
  },
}

const said = (more: Partial<StatementView> = {}): StatementView => ({
  statementId: 'a',
  text: '走道留够一米二',
  topicId: null,
  mine: false,
  wordsState: null,
  said: 'agree',
  may: { withdraw: false },
  ...more,
})

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, roundId: ROUND }
})

function open(opinions: OpinionsView | typeof OFFLINE, statements: StatementView[], answers = {}) {
  const asked = serve({ [OPINIONS]: opinions, [SAID]: pageOf(...statements), ...answers })
  render(<OpinionsPage />)
  return asked
}

it('says where all meet first, then how groups differ, in words and numbers; which is mine for me alone', async () => {
  open(TWO_GROUPS, [])
  expect(await screen.findByText('大家一致的')).toBeTruthy()
  expect(screen.getByRole('img', { name: '第一组，8 / 9 人同意' })).toBeTruthy()
  expect(screen.getByText('想法分成 2 组')).toBeTruthy()
  expect(screen.getByRole('img', { name: '各组想法的远近：第一组 9 人，第二组 5 人' })).toBeTruthy()
  expect(screen.getByRole('img', { name: '夜里不跳舞，9 / 9 人同意' })).toBeTruthy()
  expect(screen.getByText('没有特别和别人不一样的')).toBeTruthy()
  expect(screen.getAllByText('您在这一组，只有您看得到')).toHaveLength(1)
})

it('stays silent where too few answered, says why, and leads to the statements', async () => {
  open(FEW, [said()])
  expect(await screen.findByText('答的人还不够')).toBeTruthy()
  expect(screen.queryByRole('img')).toBeNull()
  await press('去答几句')
  expect(phone.moves).toEqual([`navigateTo ${ROUTES.round}?communityId=${COMMUNITY}&roundId=${ROUND}`])
})

it('one’s own answer can be changed; one’s own words have none, and what is mine I can’t report', async () => {
  const asked = open(FEW, [said(), said({ statementId: 'b', text: '种花', mine: true, said: null })], {
    [ANSWER]: { statement: null, answered: 1, of: 1, may: { answer: true } },
  })
  expect(await screen.findByText('您说：同意')).toBeTruthy()
  expect(screen.getByText('我说的')).toBeTruthy()
  expect(screen.getAllByRole('button', { name: /举报/ })).toHaveLength(1)
  await press('改一改：走道留够一米二')
  const sheet = within(await screen.findByRole('dialog'))
  await userEvent.click(sheet.getByRole('radio', { name: '不同意' }))
  expect(writes(asked)).toMatchObject([{ body: { stance: 'disagree' }, key: expect.any(String) }])
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('an error, and a way to try again', async () => {
  open(OFFLINE, [])
  expect(await screen.findByText('没打开大家的看法')).toBeTruthy()
  serve({ [OPINIONS]: FEW, [SAID]: pageOf() })
  await press('再试一次')
  expect(await screen.findByText('答的人还不够')).toBeTruthy()
  expect(await screen.findByText('还没有人说')).toBeTruthy()
})
