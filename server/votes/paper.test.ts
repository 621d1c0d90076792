import { createHash } from 'node:crypto'
import {
  cedeBallotEndpoint,
  listByUnitEndpoint,
  readBulletinEndpoint,
  verifyBulletin,
  type VoteView,
} from '#core/votes'
import { atOnce, acting } from '../../tests/builders/acting'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import {
  codeOf,
  headAcross,
  key,
  ok,
  paperVote,
  receiveOf,
  tellerIds,
  toKey,
  voterOf,
} from '../../tests/builders/paper-votes'
import {
  across,
  atTime,
  CLOSES_AT,
  committee,
  head,
  neighbour,
  NOW,
  OPENS_AT,
  place,
  resident,
  secretary,
  server,
  setVoteStage,
  staff,
  subdistrict,
  toldOf,
  votes,
} from '../../tests/builders/vote-stage'
import { keyEnvelope } from './key-envelope'
import { lockVote } from './repository'

setVoteStage()

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

interface OnRecord {
  vote: { settings: Record<string, unknown> }
  ballots: { channel: string; status: string; choices: Record<string, string>; void_reason?: string }[]
}

/** The record as it is served, which must hold. */
async function recordOf(by: SignedInPerson, vote: VoteView): Promise<OnRecord> {
  const bulletin = await server.ok(readBulletinEndpoint, { as: by.token, params: votes.params(vote) })
  expect(verifyBulletin(JSON.stringify(bulletin), sha256)).toMatchObject({ ok: true })
  return bulletin as unknown as OnRecord
}

/** Both homes handed in an envelope, and voting is over. */
async function counting(
  more: Parameters<typeof paperVote>[0] = {},
): Promise<{ vote: VoteView; home: string; other: string }> {
  const vote = await paperVote(more)
  const home = (await receiveOf(head, vote, resident)).voterId
  const other = (await receiveOf(head, vote, neighbour)).voterId
  await atTime(CLOSES_AT, vote, 'count')
  return { vote, home, other }
}

describe('naming tellers', () => {
  it('freezes them as they sign; what is on no paper has the settings it always had', async () => {
    const vote = await paperVote()
    expect(vote.paper).toEqual({
      tellers: [
        { seat: 1, name: '王敏（社区工作人员）', mine: false },
        { seat: 2, name: '陈主任（居委会）', mine: false },
        { seat: 3, name: '周书记（社区书记）', mine: false },
      ],
      received: 0,
      left: null,
      voided: null,
    })
    expect(vote.frozenSha256).toBe(vote.noticeSha256)
    expect(await toldOf(vote, staff)).toEqual(['vote_teller_named'])
    await atTime(CLOSES_AT, vote, 'count')
    expect((await recordOf(head, vote)).vote.settings).toMatchObject({
      paper: true,
      tellers: ['王敏（社区工作人员）', '陈主任（居委会）', '周书记（社区书记）'],
    })
    server.clock.now = NOW
    const plain = await votes.notice(head)
    expect(plain.paper).toBeNull()
    await atTime(OPENS_AT, plain, 'open')
    await atTime(CLOSES_AT, plain, 'count')
    expect(Object.keys((await recordOf(head, plain)).vote.settings).sort()).toEqual(
      [
        'closes_at',
        'disclosure',
        'imputed_majority',
        'opens_at',
        'parking_counts',
        'place',
        'principals_per_proxy',
      ].sort(),
    )
  })

  it('refuses the convener, who is not in office there, and fewer than three', async () => {
    const elsewhere = await headAcross()
    const [one = '', other = '', third = ''] = tellerIds()
    for (const wrong of [
      [one, other],
      [one, other, other],
      [one, other, head.personId],
      [one, other, resident.personId],
      [one, other, elsewhere.personId],
    ])
      await expect(votes.draft(head, { tellerIds: wrong })).rejects.toThrow('VOTE_TELLERS_WRONG')
    const drafted = await votes.draft(head, { tellerIds: [one, other, third] })
    expect(drafted.draft?.tellerIds).toEqual([one, other, third])
  })

  it('asks again at notice whether they are in office', async () => {
    const leaving = await place.inOffice('council_member', place.community.buildingId, { name: '老孙' })
    const [one = '', other = ''] = tellerIds()
    const drafted = await votes.draft(head, { tellerIds: [one, other, leaving.personId] })
    await server.db
      .updateTable('role_grants')
      .set({ state: 'ended' })
      .where('person_id', '=', leaving.personId)
      .execute()
    await expect(votes.act(head, drafted, 'give_notice')).rejects.toThrow('VOTE_TELLERS_WRONG')
  })
})

describe('a vote on paper', () => {
  it('is counted by two who agree, and posted with the last envelope', async () => {
    const { vote, home, other } = await counting()
    expect(await votes.read(head, vote)).toMatchObject({
      state: 'counting',
      paper: { received: 2, left: 2, voided: null },
      may: { keyEnvelopes: false },
    })
    expect(await toldOf(vote, staff)).toEqual(['vote_teller_named', 'vote_envelopes_wait'])
    expect(await toldOf(vote, secretary)).toEqual(['vote_teller_named'])
    expect(await toKey(staff, vote)).toMatchObject({ seat: 1, count: 2, nextCursor: null })
    expect(await codeOf(key(staff, vote, home, ok()))).toBe('ok')
    expect(await toKey(staff, vote)).toMatchObject({ count: 1, items: [{ voterId: other }] })
    expect(await toKey(staff, vote, 'mine')).toMatchObject({ items: [{ voterId: home }] })
    await key(staff, vote, other, ok('against'))
    await key(committee, vote, home, ok())
    expect(await votes.read(head, vote)).toMatchObject({ state: 'counting', paper: { left: 1 } })
    const last = await key(committee, vote, other, ok('against'))
    expect(last.body).toEqual({ left: 0, closed: true })
    const closed = await votes.read(head, vote)
    expect(closed).toMatchObject({
      state: 'closed',
      paper: { received: 2, left: null, voided: 0 },
      items: [{ result: { participated: { persons: 2 }, approve: { persons: 1 }, turnout_met: true } }],
    })
    expect(closed.timeline.map(({ act }) => act)).toEqual(['create', 'give_notice', 'open', 'count', 'close'])
    const { ballots } = await recordOf(resident, vote)
    expect(ballots).toHaveLength(2)
    for (const ballot of ballots) expect(ballot).toMatchObject({ channel: 'paper', status: 'counted' })
  })

  it('is counted at once where no envelope came in', async () => {
    const vote = await paperVote()
    await votes.cast(resident, vote)
    await atTime(CLOSES_AT, vote, 'count')
    expect((await votes.read(head, vote)).state).toBe('closed')
  })

  it('leaves the envelope unopened of who also voted online, before or after', async () => {
    const vote = await paperVote()
    await votes.cast(resident, vote, { i1: 'against' })
    expect(await receiveOf(head, vote, resident)).toMatchObject({ state: 'unopened' })
    const other = (await receiveOf(head, vote, neighbour)).voterId
    expect((await votes.read(head, vote)).turnout?.persons).toBe(2)
    await votes.cast(neighbour, vote, { i1: 'against' })
    await atTime(CLOSES_AT, vote, 'count')
    const closed = await votes.read(head, vote)
    expect(closed).toMatchObject({ state: 'closed', items: [{ result: { against: { persons: 2 } } }] })
    expect((await recordOf(head, vote)).ballots.map(({ channel }) => channel)).toEqual(['online', 'online'])
    expect(await codeOf(key(staff, vote, other, ok()))).toBe('VOTE_NOT_COUNTING')
  })

  it('opens the envelope of who took back what they cast online', async () => {
    const vote = await paperVote()
    await votes.cast(resident, vote, { i1: 'against' })
    const { voterId } = await receiveOf(head, vote, resident)
    await server.ok(cedeBallotEndpoint, { as: resident.token, params: { ...votes.params(vote), voterId } })
    expect((await votes.read(head, vote)).turnout?.persons).toBe(1)
    await atTime(CLOSES_AT, vote, 'count')
    expect((await toKey(staff, vote)).items).toMatchObject([{ voterId }])
  })

  it('has what differs keyed in by the third; void ballots take no part, and the result says how many', async () => {
    const { vote, home, other } = await counting({ disclosure: 'by_unit' })
    await key(staff, vote, home, ok('approve'))
    expect(await codeOf(key(secretary, vote, home, ok()))).toBe('VOTE_THIRD_EARLY')
    // Wrong, and seen in time: nobody else has keyed it in.
    await key(staff, vote, home, ok('abstain'))
    await key(committee, vote, home, ok('against'))
    expect(await toldOf(vote, secretary)).toEqual(['vote_teller_named', 'vote_third_waits'])
    expect(await codeOf(key(staff, vote, home, ok('against')))).toBe('VOTE_ENVELOPE_THIRD')
    expect(await toKey(secretary, vote)).toMatchObject({ seat: 3, count: 1, items: [{ voterId: home }] })
    await key(secretary, vote, home, ok('abstain'))
    expect(await codeOf(key(secretary, vote, home, ok('against')))).toBe('VOTE_ENVELOPE_SETTLED')
    await key(committee, vote, other, { voidReason: 'unreadable' })
    await key(staff, vote, other, { voidReason: 'unreadable' })
    const closed = await votes.read(head, vote)
    expect(closed).toMatchObject({
      state: 'closed',
      turnout: { persons: 2 },
      paper: { voided: 1 },
      items: [{ result: { participated: { persons: 1 }, abstain: { persons: 1 }, turnout_met: false } }],
    })
    const { items } = await server.ok(listByUnitEndpoint, {
      as: head.token,
      params: votes.params(vote),
      query: {},
    })
    expect(items.find(({ voterId }) => voterId === other)).toMatchObject({
      choices: null,
      voidReason: 'unreadable',
    })
    const { ballots } = await recordOf(head, vote)
    expect(ballots.find(({ status }) => status === 'void')).toMatchObject({
      choices: {},
      void_reason: 'unreadable',
    })
    expect(ballots.find(({ status }) => status === 'counted')).toMatchObject({ choices: { i1: 'abstain' } })
  })

  it('makes void what no two of three read alike', async () => {
    const { vote, home, other } = await counting()
    for (const [teller, choice] of [
      [staff, 'approve'],
      [committee, 'against'],
      [secretary, 'abstain'],
    ] as const)
      await key(teller, vote, home, ok(choice))
    for (const teller of [staff, committee]) await key(teller, vote, other, ok())
    const { ballots } = await recordOf(head, vote)
    expect(ballots.map(({ status, void_reason: why }) => why ?? status).sort()).toEqual(['counted', 'differ'])
  })

  it('is keyed in by its tellers alone, while it is counted', async () => {
    const vote = await paperVote()
    const { voterId } = await receiveOf(head, vote, resident)
    expect(await codeOf(key(staff, vote, voterId, ok()))).toBe('VOTE_NOT_COUNTING')
    await atTime(CLOSES_AT, vote, 'count')
    for (const wrong of [head, resident, subdistrict])
      expect(await codeOf(key(wrong, vote, voterId, ok()))).toBe('NOT_ALLOWED')
    expect(await codeOf(key(across, vote, voterId, ok()))).toBe('NOT_FOUND')
    expect(await codeOf(key(staff, vote, voterId, {}))).toBe('BODY_INVALID')
    expect(await codeOf(key(staff, vote, voterId, { choices: { i1: '也许' } }))).toBe('VOTE_CHOICE_WRONG')
    const without = await voterOf(neighbour, vote)
    expect(await codeOf(key(staff, vote, without, ok()))).toBe('VOTE_ENVELOPE_UNKNOWN')
  })

  it('is closed exactly once, by whichever teller is last', async () => {
    const vote = await paperVote()
    const { voterId } = await receiveOf(head, vote, resident)
    await atTime(CLOSES_AT, vote, 'count')
    const { communityId } = place.community
    const keying = async ({ personId }: SignedInPerson) => {
      const context = await acting(server.db, personId, communityId, server.clock.now)
      return () => keyEnvelope(context, { voteId: vote.voteId, voterId, ...ok() }, server.parts.contactBox)
    }
    const endings = await atOnce(server.db, (tx) => lockVote(tx, communityId, vote.voteId), [
      await keying(staff),
      await keying(committee),
      await keying(staff),
    ])
    expect(endings.filter((ending) => ending === 'done').length).toBeGreaterThanOrEqual(2)
    const { timeline, state } = await votes.read(head, vote)
    expect(state).toBe('closed')
    expect(timeline.filter(({ act }) => act === 'close')).toHaveLength(1)
    expect((await recordOf(head, vote)).ballots).toHaveLength(1)
    // The clock comes late: it is closed already.
    await atTime(CLOSES_AT, vote, 'close')
    expect((await votes.read(head, vote)).timeline).toHaveLength(timeline.length)
  })

  it('is not closed by the clock while envelopes wait', async () => {
    const { vote } = await counting()
    await atTime(CLOSES_AT, vote, 'close')
    expect(await votes.read(head, vote)).toMatchObject({ state: 'counting', paper: { left: 2 } })
  })
})
