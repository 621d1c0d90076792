import { sql } from 'kysely'
import { actOnMembershipEndpoint } from '#core/people'
import {
  followUpEndpoint,
  listSessionsEndpoint,
  readRoundEndpoint,
  type RoundState,
  type RoundView,
} from '#core/rounds'
import { aSession, boardBy, doAct, readSessionBy, SATURDAY, topicIn } from '../../tests/builders/discussing'
import { anItem, doItemAct, readItemBy, tookPart, tryItemAct } from '../../tests/builders/items'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import {
  aRound,
  head,
  neighbour,
  NOW,
  place,
  readRoundBy,
  resident,
  roundParams,
  server,
  setRoundStage,
  staff,
  tryRoundAct,
} from '../../tests/builders/round-stage'
import { newId } from '#server/platform/db/index'

setRoundStage()

const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code
const here = () => ({ communityId: place.community.communityId })
const homesOf = ({ personId }: SignedInPerson) =>
  server.db
    .selectFrom('memberships')
    .selectAll()
    .where('person_id', '=', personId)
    .where('state', '=', 'confirmed')
    .orderBy('membership_id')
    .execute()

/** Leaves the first of their homes. */
async function leave(who: SignedInPerson): Promise<void> {
  const [home] = await homesOf(who)
  await server.ok(actOnMembershipEndpoint, {
    as: who.token,
    params: { ...here(), membershipId: home?.membership_id ?? '' },
    body: { act: 'leave' },
  })
}

/** A second home of the building for somebody who has one. */
async function alsoNextDoor(who: SignedInPerson): Promise<void> {
  const [home] = await homesOf(who)
  const next = await server.db
    .selectFrom('places')
    .select(['place_id', 'path', 'name'])
    .where('place_id', '=', place.community.neighbourHomeId)
    .executeTakeFirstOrThrow()
  if (!home) throw new Error('has no home')
  await server.db
    .insertInto('memberships')
    .values({
      ...home,
      ...{ membership_id: newId(), home_id: next.place_id, home_path: next.path, home_name: next.name },
    })
    .execute()
}
const mover = () => place.resident(place.community.homeId, { name: '要搬走的' })
const tryRead = (who: SignedInPerson, round: { roundId: string }) =>
  server.call(readRoundEndpoint, { as: who.token, params: roundParams(round) })

describe('who leaves a home', () => {
  it('comes to no session that is yet to be, and hosts none; what has begun stays as it was', async () => {
    const who = await mover()
    const round = await aRound({ state: 'discussion' })
    const topicId = await topicIn(round)
    const [begun, later] = [
      await aSession(round, { topicId, startsAt: NOW.toISOString() }),
      await aSession(round, { topicId, startsAt: SATURDAY }),
    ]
    for (const session of [begun, later]) {
      await doAct(who, session, 'join')
      await doAct(who, session, 'host')
    }
    await leave(who)
    expect(await readSessionBy(head, begun)).toMatchObject({ people: 1, hostName: '要搬走的' })
    expect(await readSessionBy(head, later)).toMatchObject({ people: 0, hostName: null })
    expect((await boardBy(neighbour, round)).items[1]?.acts).toContain('host')
    const { reason } = await server.db
      .selectFrom('audit_entries')
      .select('reason')
      .where('subject_id', '=', round.roundId)
      .where('act', '=', 'round.unhost_session')
      .executeTakeFirstOrThrow()
    expect(reason).toBeTruthy()
  })

  it('took part all the same: people and homes stay counted, and they read along no more', async () => {
    const who = await mover()
    const round = await aRound({ state: 'discussion' })
    await doAct(who, await aSession(round), 'join')
    expect((await readRoundBy(head, round)).homesTakingPart).toBe(1)
    await leave(who)
    expect((await readRoundBy(head, round)).homesTakingPart).toBe(1)
    expect((await tryRead(who, round)).status).toBe(404)
    const sessions = await server.call(listSessionsEndpoint, { as: who.token, params: roundParams(round) })
    expect(sessions.status).toBe(404)
  })

  it('but goes on by another home in the scope', async () => {
    const who = await mover()
    await alsoNextDoor(who)
    const round = await aRound({ state: 'discussion' })
    const session = await aSession(round, { startsAt: SATURDAY })
    await doAct(who, session, 'join')
    await leave(who)
    expect(await readSessionBy(who, session)).toMatchObject({ joined: true, people: 1 })
  })

  it('has nothing on themselves any more: who convenes is told, and somebody else may take it on', async () => {
    const who = await mover()
    const item = await doItemAct(who, await anItem(head, await aRound({ state: 'action' })), 'accept')
    await leave(who)
    const free = await readItemBy(resident, item)
    expect(free).toMatchObject({ taken: false, ownerName: null, acts: ['accept'] })
    expect(free.steps.map(({ act }) => act)).toEqual(['write', 'accept', 'hand_back'])
    const told = await server.db
      .selectFrom('inbox_items')
      .select('kind')
      .where('subject_id', '=', item.itemId)
      .where('person_id', '=', head.personId)
      .orderBy('item_id')
      .execute()
    expect(told.map(({ kind }) => kind)).toEqual(['item_taken', 'item_handed_back'])
    expect((await tryItemAct(resident, free, 'accept')).status).toBe(200)
  })
})

describe('a round whose convener is gone', () => {
  const codeOfPerson = async ({ personId }: SignedInPerson) =>
    (
      await server.db
        .selectFrom('people')
        .select('person_code')
        .where('person_id', '=', personId)
        .executeTakeFirstOrThrow()
    ).person_code
  const tryName = async (round: Parameters<typeof tryRoundAct>[1]) =>
    tryRoundAct(staff, round, 'name_convener', {
      reason: '原来的召集人不在了',
      personCode: await codeOfPerson(neighbour),
    })

  /** Idle, with somebody asked to take it over. */
  async function anAskedRound(state: RoundState): Promise<RoundView> {
    const round = await aRound({ state })
    await server.db
      .updateTable('rounds')
      .set({ idle_at: NOW })
      .where('round_id', '=', round.roundId)
      .execute()
    expect((await tryName(await readRoundBy(staff, round))).status).toBe(200)
    return round
  }

  it('that goes on is given to nobody else by staff', async () => {
    const round = await aRound({ state: 'discussion' })
    expect((await readRoundBy(staff, round)).acts).not.toContain('name_convener')
    expect(codeOf(await tryName(round))).toBe('NOT_ALLOWED')
  })

  it('goes on with who convenes it as soon as they do something: nobody is asked any more', async () => {
    const round = await anAskedRound('agenda')
    await tryRoundAct(head, await readRoundBy(head, round), 'invite')
    const after = await readRoundBy(neighbour, round)
    expect(after).toMatchObject({ nextConvenerName: null, idleAt: null })
    expect(codeOf(await tryRoundAct(neighbour, after, 'take_over'))).toBe('NOT_ALLOWED')
  })

  it('the same whatever they do there; what neighbours do changes nothing about who was asked', async () => {
    const round = await anAskedRound('action')
    await anItem(resident, round, { takesOn: true })
    expect(await readRoundBy(neighbour, round)).toMatchObject({
      idleAt: null,
      acts: ['take_over', 'refuse_over'],
    })
    await anItem(head, round)
    const after = await readRoundBy(neighbour, round)
    expect(after.nextConvenerName).toBeNull()
    expect(codeOf(await tryRoundAct(neighbour, after, 'take_over'))).toBe('NOT_ALLOWED')
  })

  it('moved away: who convenes without an office', async () => {
    const who = await mover()
    const round = await aRound({ state: 'discussion' })
    await server.db
      .updateTable('rounds')
      .set({ convener_id: who.personId, convener_role: null, convener_name: '要搬走的' })
      .where('round_id', '=', round.roundId)
      .execute()
    await tookPart(who, round, place.community.homeId)
    await leave(who)
    expect((await tryName(await readRoundBy(staff, round))).status).toBe(200)
  })
})

it('a round that follows another becomes idle as well: the clock knows of it', async () => {
  const round = await aRound({ state: 'evaluation' })
  await server.db
    .updateTable('rounds')
    .set({ state: 'closed', ended_at: NOW })
    .where('round_id', '=', round.roundId)
    .execute()
  const next = await server.ok(followUpEndpoint, { as: head.token, params: roundParams(round), body: {} })
  const { rows } = await sql<{ key: string }>`select key from graphile_worker._private_jobs`.execute(
    server.db,
  )
  expect(rows.map(({ key }) => key)).toContain(`round_idle:${next.roundId}`)
})
