import {
  answerObjectionEndpoint,
  castBallotEndpoint,
  cedeBallotEndpoint,
  changeVoteEndpoint,
  printVoteEndpoint,
  VOTE_PERSON_ACTS,
  type VotePersonAct,
} from '#core/votes'
import { act, file, ownVoterOf } from '../../tests/builders/proxies'
import { putsOnRecord } from '../../tests/builders/on-record'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import {
  atTime,
  CERTIFIABLE_AT,
  CLOSES_AT,
  head,
  neighbour,
  NOW,
  OPENS_AT,
  resident,
  secretary,
  server,
  setVoteStage,
  staff,
  subdistrict,
  votes,
} from '../../tests/builders/vote-stage'

setVoteStage()

const { recorded, leavesOne, entriesOf } = putsOnRecord(() => server.db)

interface Named {
  voteId: string
}

/** One act on a vote, which must leave one entry about it, with the office and the reason. */
const leaves = (
  by: SignedInPerson,
  vote: Named,
  act: VotePersonAct,
  { role, ...more }: { role: string; note?: string; ground?: 'order' },
) =>
  leavesOne(
    () => votes.act(by, vote, act, more),
    { person_id: by.personId, act: `vote.${act}`, role, reason: more.note ?? null },
    ({ voteId }) => voteId,
  )

const HEAD = { role: 'building_head' }
const SECRETARY = { role: 'community_secretary' }

const acts = async (work: () => Promise<unknown>) =>
  (await entriesOf(work)).added.map(({ act, person_id, role, reason, subject_id }) => ({
    act,
    person_id,
    role,
    reason,
    subject_id,
  }))

it('every act on a vote leaves one entry, with office and reason', async () => {
  const drafted = await leavesOne(
    () => votes.draft(head),
    { person_id: head.personId, act: 'vote.create', role: 'building_head', reason: null },
    ({ voteId }) => voteId,
  )
  const change = () =>
    server.ok(changeVoteEndpoint, {
      as: head.token,
      params: votes.params(drafted),
      body: { ...votes.input({ title: '楼道里放不放鞋柜' }), revision: drafted.revision },
    })
  const changed = await leavesOne(
    change,
    { person_id: head.personId, act: 'vote.change', role: 'building_head' },
    ({ voteId }) => voteId,
  )
  await leaves(head, changed, 'give_notice', HEAD)
  await leaves(head, changed, 'revise', { ...HEAD, note: '日子写错了' })
  await leaves(head, changed, 'give_notice', HEAD)
  await leaves(head, changed, 'withdraw', { ...HEAD, note: '先不办了' })

  const other = await votes.notice(head)
  await atTime(OPENS_AT, other, 'open')
  await atTime(CLOSES_AT, other, 'count')
  const order = { note: '法院要求', ground: 'order' } as const
  await leaves(secretary, other, 'ask_void', { ...SECRETARY, ...order })
  await leaves(subdistrict, other, 'refuse_void', { role: 'subdistrict_staff', note: '没有判决书' })
  server.clock.now = CERTIFIABLE_AT
  await leaves(secretary, other, 'certify', SECRETARY)
  await leaves(secretary, other, 'ask_void', { ...SECRETARY, ...order })
  await leaves(subdistrict, other, 'agree_void', { role: 'subdistrict_staff' })
})

it('objections and their answers are on record: who objected in no office, who answered with the reason', async () => {
  server.clock.now = NOW
  const posted = await votes.notice(head)
  const objection = await leavesOne(
    () => votes.object(resident, posted),
    { person_id: resident.personId, act: 'vote.object', role: null, reason: null },
    () => posted.voteId,
  )
  await leavesOne(
    () =>
      server.ok(answerObjectionEndpoint, {
        as: staff.token,
        params: { ...votes.params(posted), objectionId: objection.objectionId },
        body: { decision: 'dismissed', answer: '核对过了' },
      }),
    { person_id: staff.personId, act: 'vote.answer_objection', role: 'community_staff', reason: '核对过了' },
    () => posted.voteId,
  )
})

it('a ballot leaves that it was cast or taken back, and nothing of what was chosen', async () => {
  server.clock.now = NOW
  const posted = await votes.notice(head)
  await atTime(OPENS_AT, posted, 'open')
  const entry = (act: string, { personId }: SignedInPerson) => ({
    act,
    person_id: personId,
    role: null,
    reason: null,
    subject_id: posted.voteId,
  })
  const { voterId } = await votes.cast(neighbour, posted)
  expect(await acts(() => votes.cast(resident, posted, { i1: 'against' }))).toEqual([
    entry('vote.cast_ballot', resident),
  ])
  const params = { ...votes.params(posted), voterId }
  expect(await acts(() => server.ok(cedeBallotEndpoint, { as: neighbour.token, params }))).toEqual([
    entry('vote.cede_ballot', neighbour),
  ])
  const late = {
    as: neighbour.token,
    params: votes.params(posted),
    body: { voterId, choices: { i1: 'yes' } },
  }
  expect(await acts(() => server.call(castBallotEndpoint, late))).toEqual([])
})

it('what was printed is on record, with the office', async () => {
  server.clock.now = NOW
  const posted = await votes.notice(head)
  await atTime(OPENS_AT, posted, 'open')
  const print = () =>
    server.ok(printVoteEndpoint, {
      as: head.token,
      params: votes.params(posted),
      body: { print: 'missing' },
    })
  expect(await acts(print)).toEqual([
    {
      act: 'vote.print_missing',
      person_id: head.personId,
      role: 'building_head',
      reason: null,
      subject_id: posted.voteId,
    },
  ])
})

it('proxies are on record: who holds one in no office, who checks it with theirs and why', async () => {
  server.clock.now = NOW
  const posted = await votes.notice(head)
  const voterId = await ownVoterOf(resident, posted)
  const entry = (act: string, { personId }: SignedInPerson, role: string | null, reason: string | null) => [
    { act, person_id: personId, role, reason, subject_id: posted.voteId },
  ]
  let proxyId = ''
  const filed = await acts(async () => {
    ;({ proxyId } = await file(neighbour, posted, voterId))
  })
  expect(filed).toEqual(entry('vote.file_proxy', neighbour, null, null))
  const acted = (by: SignedInPerson, body: Parameters<typeof act>[3]) =>
    acts(() => act(by, posted, proxyId, body))
  expect(await acted(staff, { act: 'accept' })).toEqual(
    entry('vote.accept_proxy', staff, 'community_staff', null),
  )
  expect(await acted(secretary, { act: 'revoke', reason: '本人来说的' })).toEqual(
    entry('vote.revoke_proxy', secretary, 'community_secretary', '本人来说的'),
  )
})

it('what the clock does is on record, as nobody’s', async () => {
  server.clock.now = NOW
  const posted = await votes.notice(head)
  const entry = (act: string) => ({
    act,
    person_id: null,
    role: null,
    reason: null,
    subject_id: posted.voteId,
  })
  expect(await acts(() => atTime(OPENS_AT, posted, 'open'))).toEqual([entry('vote.open')])
  expect(await acts(() => atTime(CLOSES_AT, posted, 'count'))).toEqual([
    entry('vote.count'),
    entry('vote.close'),
  ])
})

it('no act was forgotten above', () => {
  expect(VOTE_PERSON_ACTS.filter((act) => !recorded.has(`vote.${act}`))).toEqual([])
})
