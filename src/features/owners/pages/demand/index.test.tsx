import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { CONCERN_LABELS } from '#core/moderation'
import type { DemandView } from '#core/votes'
import { DEMAND, demandView } from '../../../../../tests/taro/demands'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import DemandPage from '.'

const READ = 'GET /communities/*/demands/*'
const ACT = 'POST /communities/*/demands/*/acts'
const SIGNERS = 'GET /communities/*/demands/*/signatures'
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, demandId: DEMAND }
})

async function open(demand: DemandView, answers = {}) {
  const asked = serve({ [READ]: demand, ...answers })
  render(<DemandPage />)
  await screen.findByText('换不换物业')
  return asked
}

const DAY_MS = 86_400_000
const met = (more: Partial<DemandView> = {}) =>
  demandView({ state: 'met', personsSigned: 5, metAt: new Date().toISOString(), acts: [], ...more })

describe('an owner', () => {
  it('reads who will see what before signing, and signs', async () => {
    const signed = demandView({ signed: true, personsSigned: 4, acts: ['take_back'] })
    const asked = await open(demandView(), { [ACT]: signed })
    expect(screen.getByText('已有 3 位业主签名，要 5 位（一共 24 位）')).toBeTruthy()
    await press('我签名')
    const question = await screen.findByRole('alertdialog')
    expect(within(question).getByText(/邻居只看得到一共几位/)).toBeTruthy()
    expect(writes(asked)).toEqual([])
    await userEvent.click(within(question).getByRole('button', { name: '我签名' }))
    expect(await screen.findByText('您签了名')).toBeTruthy()
    expect(writes(asked)).toMatchObject([{ body: { act: 'sign' }, key: expect.any(String) }])
    expect(screen.getByRole('button', { name: '收回签名' })).toBeTruthy()
  })

  it('reads in words that only owners there may sign', async () => {
    const refusal = new Refusal(403, 'DEMAND_NOT_OWNER', '那里的业主才能签名')
    await open(demandView(), { [ACT]: refusal })
    await press('我签名')
    await userEvent.click(
      within(await screen.findByRole('alertdialog')).getByRole('button', { name: '我签名' }),
    )
    expect((await screen.findByRole('alert')).textContent).toMatch('那里的业主才能签名')
  })

  it('sees how long it has waited and what was answered, with nothing to press', async () => {
    await open(
      met({
        metAt: new Date(Date.now() - 12 * DAY_MS).toISOString(),
        answer: { text: '十二月初公示。', byName: '陈主任（居委会）', at: new Date().toISOString() },
      }),
    )
    expect(screen.getByText('签名够了，已经等了 12 天')).toBeTruthy()
    expect(screen.getByText('十二月初公示。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '我签名' })).toBeNull()
    expect(screen.queryByText('签名的是这些房子')).toBeNull()
  })

  it('goes on to the vote by which it was convened', async () => {
    await open(met({ state: 'convened', voteId: 'vote-1' }))
    await press('看看这次表决')
    expect(phone.moves).toEqual([
      `navigateTo /features/votes/pages/detail/index?communityId=${COMMUNITY}&voteId=vote-1`,
    ])
  })
})

it('whose vote became void says so, how long it waits anew, and leads to that vote', async () => {
  const waitsSince = new Date(Date.now() - 3 * DAY_MS).toISOString()
  await open(met({ waitsSince, voidVoteId: 'vote-0' }))
  expect(screen.getByText('表决作废了，重新等了 3 天')).toBeTruthy()
  await press('看看作废的那次表决')
  expect(phone.moves).toEqual([
    `navigateTo /features/votes/pages/detail/index?communityId=${COMMUNITY}&voteId=vote-0`,
  ])
})

describe('the words', () => {
  const note = '社区收起来了，邻居看不到'

  it('are reported from the page, by anybody but their author', async () => {
    const asked = await open(demandView(), { 'POST /communities/*/reports': { done: true } })
    await press('举报这段话')
    const sheet = await screen.findByRole('dialog', { name: '举报' })
    await userEvent.click(within(sheet).getByText(CONCERN_LABELS.untrue))
    await userEvent.click(within(sheet).getByRole('button', { name: '举报' }))
    expect(writes(asked)).toMatchObject([
      { body: { target: { kind: 'demand', id: DEMAND }, category: 'untrue' } },
    ])
  })

  it('that are hidden say so to their author, who goes to see why', async () => {
    await open(demandView({ mine: true, signed: true, wordsState: 'hidden', acts: ['withdraw'] }))
    expect(screen.getByText(note)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /举报/ })).toBeNull()
    await press('看看为什么，请人再看看')
    expect(phone.moves).toEqual([
      `navigateTo /features/moderation/pages/hidden/index?communityId=${COMMUNITY}`,
    ])
  })

  it('that are hidden say so to who signed them, with the way to take that back', async () => {
    await open(demandView({ signed: true, wordsState: 'hidden', acts: ['take_back'] }))
    expect(screen.getByText(note)).toBeTruthy()
    expect(screen.queryByText('看看为什么，请人再看看')).toBeNull()
    expect(screen.queryByRole('button', { name: /举报/ })).toBeNull()
    expect(screen.getByRole('button', { name: '收回签名' })).toBeTruthy()
  })

  it('that wait for a moderator say so to their author', async () => {
    await open(demandView({ mine: true, signed: true, wordsState: 'waiting', acts: ['withdraw'] }))
    expect(screen.getByText('社区看过以后，邻居才看得到')).toBeTruthy()
  })
})

describe('who must convene', () => {
  const official = met({ may: { convene: true, seeSigners: true }, acts: ['answer'] })
  const signers = {
    items: [{ signatureId: 'a', name: '2单元 501 室', at: '2026-11-18T02:00:00.000Z' }],
    nextCursor: null,
  }

  it('checks the units and begins the vote with what was demanded', async () => {
    await open(official, { [SIGNERS]: signers })
    expect(await screen.findByText('2单元 501 室')).toBeTruthy()
    await press('召集表决')
    expect(phone.moves).toEqual([
      `navigateTo /features/vote-draft/pages/draft/index?communityId=${COMMUNITY}&demandId=${DEMAND}`,
    ])
  })

  it('answers in words, which keep standing when they are refused', async () => {
    const asked = await open(official, {
      [SIGNERS]: signers,
      [ACT]: new Refusal(409, 'VOTE_WORDS_REFUSED', '里面有电话', 'text'),
    })
    await press('写一句答复')
    const sheet = await screen.findByRole('dialog', { name: '答复' })
    const send = () => userEvent.click(within(sheet).getByRole('button', { name: '答复' }))
    await send()
    expect(screen.getByText('请写一句，让签名的业主明白')).toBeTruthy()
    expect(writes(asked)).toEqual([])
    await userEvent.type(screen.getByRole('textbox', { name: /为什么不召集/ }), ' 十二月初公示 ')
    await send()
    expect(writes(asked)).toMatchObject([{ body: { act: 'answer', text: '十二月初公示' } }])
    expect(await screen.findByText('里面有电话')).toBeTruthy()
  })
})
