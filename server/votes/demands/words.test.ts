import { listInboxEndpoint } from '#core/inbox'
import { reportWordsEndpoint } from '#core/moderation'
import { DEMAND_UNNAMED, demandEndsAt, listDemandsEndpoint } from '#core/votes'
import { acting, atOnce, sorted } from '../../../tests/builders/acting'
import {
  clearDemands,
  doAct,
  flat,
  readBy,
  registered,
  tryAct,
  unknownOwner,
  written,
} from '../../../tests/builders/demands'
import { moderating } from '../../../tests/builders/moderating'
import type { SignedInPerson } from '../../../tests/builders/neighbourhood'
import {
  across,
  committee,
  neighbour,
  NOW,
  place,
  resident,
  server,
  setVoteStage,
  staff,
  stranger,
  votes,
} from '../../../tests/builders/vote-stage'
import { actOnDemand } from './act-on-demand'
import { demandClock } from './clock'

setVoteStage()

const { here, queue, decide, hiddenOf, appeal, kindsFor } = moderating(
  () => server,
  () => place,
)

interface Named {
  demandId: string
}
const report = (by: SignedInPerson, { demandId }: Named) =>
  server.call(reportWordsEndpoint, {
    as: by.token,
    params: here(),
    body: { target: { kind: 'demand', id: demandId }, category: 'untrue' },
  })
const listedFor = async (by: SignedInPerson) =>
  (await server.ok(listDemandsEndpoint, { as: by.token, params: here(), query: {} })).items.map(
    ({ demandId, wordsState }) => [demandId, wordsState],
  )
const seenBy = (by: SignedInPerson, demand: Named) =>
  readBy(by, demand).then(
    ({ wordsState }) => wordsState,
    () => 'not found',
  )
const aboutsOf = async (who: SignedInPerson, { demandId }: Named) =>
  (await server.ok(listInboxEndpoint, { as: who.token, params: here(), query: {} })).items
    .filter(({ subject }) => subject.id === demandId)
    .map(({ about }) => about)

/** Its only open case. */
async function caseOf({ demandId }: Named): Promise<string> {
  const [found, ...more] = (await queue(staff)).filter(({ target }) => target.id === demandId)
  expect(found?.target.kind).toBe('demand')
  expect(more).toEqual([])
  return found?.caseId ?? ''
}

/** Reported by a neighbour and hidden by the staff. */
async function hidden(demand: Named): Promise<string> {
  await report(across, demand)
  const caseId = await caseOf(demand)
  expect((await decide(staff, caseId, 'hide', '没有这回事')).status).toBe(200)
  return caseId
}

let second: SignedInPerson

beforeAll(async () => {
  second = await place.inOffice('community_staff', place.community.communityId, { name: '刘敏' })
})
beforeEach(async () => {
  await clearDemands()
  await flat('101', [await unknownOwner()], place.community.homeId)
  await flat('102', [neighbour])
  for (let count = 0; count < 8; count += 1) await flat(`2${count}`, [await unknownOwner()])
})

describe('reporting a demand', () => {
  it('is for who reads it, once, and never for its author', async () => {
    const demand = await written(resident)
    expect((await report(resident, demand)).body.code).toBe('NOT_ALLOWED')
    expect((await report(stranger, demand)).status).toBe(404)
    expect((await report(neighbour, demand)).status).toBe(200)
    expect((await report(neighbour, demand)).body.code).toBe('REPORT_EXISTS')
    expect((await report(across, demand)).status).toBe(200)
    const [found] = (await queue(staff)).filter(({ target }) => target.id === demand.demandId)
    expect(found).toMatchObject({
      about: '换不换物业',
      original: '换不换物业\n电梯停了三回，想请大家定一定。',
      subject: { kind: 'demand', id: demand.demandId },
      reportCount: 2,
    })
    expect(await seenBy(across, demand)).toBe('shown')
    expect((await decide(staff, found?.caseId ?? '', 'keep')).status).toBe(200)
    expect(await seenBy(across, demand)).toBe('shown')
  })

  it('finds nothing once it is hidden, withdrawn, or of another community', async () => {
    const demand = await written(resident)
    await hidden(demand)
    expect((await report(neighbour, demand)).status).toBe(404)
    expect((await report(second, demand)).body.code).toBe('STATE_CHANGED')
    await doAct(resident, demand, 'withdraw')
    expect((await report(second, demand)).status).toBe(404)
  })
})

describe('a hidden demand', () => {
  it('is in nobody’s list but its author’s, and nobody signs it', async () => {
    const demand = await written(resident)
    await hidden(demand)
    expect(await listedFor(resident)).toEqual([[demand.demandId, 'hidden']])
    for (const who of [neighbour, across, committee, staff]) expect(await listedFor(who)).toEqual([])
    for (const who of [neighbour, across, committee, stranger])
      expect(await seenBy(who, demand)).toBe('not found')
    expect((await tryAct(neighbour, demand, 'sign')).status).toBe(404)
    expect(await doAct(resident, demand, 'take_back')).toMatchObject({
      personsSigned: 0,
      acts: ['withdraw'],
    })
    expect((await tryAct(resident, demand, 'sign')).body.code).toBe('DEMAND_NOT_SHOWN')
    expect(await seenBy(staff, demand)).toBe('hidden')
  })

  it('tells its author why, who may have it looked at by another moderator; shown again it has all its days', async () => {
    const demand = await written(resident)
    const caseId = await hidden(demand)
    expect(await kindsFor(resident)).toContain('words_hidden')
    const [newest] = await hiddenOf(resident)
    expect(newest).toMatchObject({
      caseId,
      reason: '没有这回事',
      appeal: 'open',
      subject: { kind: 'demand', id: demand.demandId },
    })
    expect((await appeal(resident, caseId, '有这回事')).status).toBe(200)
    const again = (await queue(second)).find(({ target }) => target.id === demand.demandId)?.caseId ?? ''
    expect((await decide(staff, again, 'show')).body.code).toBe('APPEAL_SAME_MODERATOR')
    server.clock.now = new Date(NOW.getTime() + 20 * 86_400_000)
    expect((await decide(second, again, 'show')).status).toBe(200)
    const endsAt = demandEndsAt(server.clock.now).toISOString()
    expect(await readBy(neighbour, demand)).toMatchObject({ wordsState: 'shown', endsAt, acts: ['sign'] })
    // What the clock was to do at the first end it does at the new one.
    const expire = (dueAt: string) =>
      demandClock(server.db, { ...here(), ...demand, act: 'expire', dueAt }, new Date(dueAt))
    await expire(demand.endsAt)
    expect(await readBy(neighbour, demand)).toMatchObject({ state: 'open' })
    await expire(endsAt)
    expect(await readBy(resident, demand)).toMatchObject({ state: 'expired' })
  })

  it('that enough owners signed is still answered, convened and waited for: its words are taken away, not their right', async () => {
    const demand = await written(resident)
    await doAct(neighbour, demand, 'sign')
    expect(await aboutsOf(committee, demand)).toEqual(['换不换物业'])
    await hidden(demand)
    expect(await aboutsOf(committee, demand)).toEqual([''])
    expect(await aboutsOf(resident, demand)).toEqual(['换不换物业'])
    expect(await seenBy(across, demand)).toBe('not found')
    for (const who of [resident, neighbour, committee, staff])
      expect(await seenBy(who, demand)).toBe('hidden')
    await doAct(committee, demand, 'answer', '十二月初公示。')
    expect(await aboutsOf(neighbour, demand)).toEqual([DEMAND_UNNAMED])
    const vote = await votes.notice(committee, {
      placeId: demand.placeId,
      demandId: demand.demandId,
      electorate: 'owners',
      opensOn: '2026-12-04',
      closesOn: '2026-12-13',
      items: [{ subject: 'owners_other', title: '换物业' }],
    })
    expect(await readBy(neighbour, demand)).toMatchObject({ state: 'convened', voteId: vote.voteId })
  })
})

describe('a demand that the check is not sure of', () => {
  const UNSURE = { title: '打 13800138000 找我' }

  it('waits for a moderator, whom it tells; cleared it is read, with all its days', async () => {
    const demand = await written(resident, UNSURE)
    expect(demand).toMatchObject({ wordsState: 'waiting', signed: true, personsSigned: 1 })
    expect(await listedFor(neighbour)).toEqual([])
    expect((await tryAct(neighbour, demand, 'sign')).status).toBe(404)
    expect(await kindsFor(staff)).toContain('moderation_new')
    expect((await decide(staff, await caseOf(demand), 'show')).status).toBe(200)
    expect(await listedFor(neighbour)).toEqual([[demand.demandId, 'shown']])
    expect(await kindsFor(resident)).toContain('words_shown')
  })

  it('asks nobody any more once its author withdrew it', async () => {
    const demand = await written(resident, UNSURE)
    const caseId = await caseOf(demand)
    await doAct(resident, demand, 'withdraw')
    expect((await queue(staff)).filter(({ target }) => target.id === demand.demandId)).toEqual([])
    expect((await decide(staff, caseId, 'show')).body.code).toBe('STATE_CHANGED')
  })

  it('is withdrawn or decided about, whichever comes first, and never waits for itself', async () => {
    const demand = await written(resident, UNSURE)
    const caseId = await caseOf(demand)
    const author = await acting(server.db, resident.personId, here().communityId, server.clock.now)
    const endings = await atOnce(
      server.db,
      (tx) =>
        tx
          .selectFrom('moderation_cases')
          .select('case_id')
          .where('case_id', '=', caseId)
          .forUpdate()
          .execute(),
      [
        () => actOnDemand(author, { ...demand, act: 'withdraw' }, server.parts),
        async () => {
          const { status, body } = await decide(staff, caseId, 'hide', '写了电话')
          if (status !== 200) expect(body.code).toBe('STATE_CHANGED')
        },
      ],
    )
    expect(sorted(endings)).toEqual(['done', 'done'])
    expect((await readBy(resident, demand)).state).toBe('withdrawn')
  })
})

it('is signed before it is hidden, or not at all, when both happen at the very same moment', async () => {
  const landlord = await place.person('刘先生')
  await flat('301', [await registered(landlord)])
  const demand = await written(landlord)
  await report(across, demand)
  const caseId = await caseOf(demand)
  const signer = await acting(server.db, neighbour.personId, here().communityId, server.clock.now)
  const endings = await atOnce(
    server.db,
    (tx) =>
      tx
        .selectFrom('owners_demands')
        .select('demand_id')
        .where('demand_id', '=', demand.demandId)
        .forUpdate()
        .execute(),
    [
      async () => {
        expect((await decide(staff, caseId, 'hide', '没有这回事')).status).toBe(200)
      },
      () => actOnDemand(signer, { ...demand, act: 'sign' }, server.parts),
    ],
  )
  // Either they signed before it was hidden, or they find nothing to sign.
  const { personsSigned } = await readBy(landlord, demand)
  expect([
    ['NOT_FOUND', 'done', 1],
    ['done', 'done', 2],
  ]).toContainEqual([...sorted(endings), personsSigned])
})
