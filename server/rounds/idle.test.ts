import {
  across,
  aRound,
  head,
  neighbour,
  NOW,
  place,
  readRoundBy,
  resident,
  server,
  setRoundStage,
  staff,
  toldOfRound,
  tryRoundAct,
} from '../../tests/builders/round-stage'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import {
  changeItemEndpoint,
  type ItemView,
  type RoundClockAct,
  type RoundState,
  type RoundView,
} from '#core/rounds'
import { anItem, itemParams, tookPart, tryLedger, tryRate } from '../../tests/builders/items'
import { roundClock } from './clock'

setRoundStage()

const LONG_AGO = new Date('2026-09-01T00:00:00.000Z')
/** What is done in a round without taking part in it anew. */
const DEEDS: [
  name: string,
  state: RoundState,
  deed: (item: ItemView, rater: SignedInPerson) => Promise<{ status: number }>,
][] = [
  ['an entry in a ledger', 'action', (item) => tryLedger(head, item, 'money_in', 100)],
  ['another promise', 'action', (item) => tryChangeItem(head, item)],
  ['a rating', 'evaluation', (item, rater) => tryRate(rater, item, 'kept')],
]

const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code
const IDLE_AT = '2027-01-17T16:00:00.000Z'
const ABANDONED_AT = '2027-02-01T16:00:00.000Z'

const clock = async ({ roundId }: { roundId: string }, act: RoundClockAct, now: string) => {
  await roundClock(server.db, { communityId: place.community.communityId, roundId, act }, new Date(now))
  server.clock.now = new Date(now)
}

/** Sixty days went by without a deed in it. */
async function anIdleRound(): Promise<RoundView> {
  const round = await aRound({ state: 'discussion' })
  await clock(round, 'idle', IDLE_AT)
  return readRoundBy(staff, round)
}

const tryChangeItem = (by: SignedInPerson, item: ItemView) =>
  server.call(changeItemEndpoint, {
    as: by.token,
    params: itemParams(item),
    body: {
      revision: item.revision,
      title: '装三张长椅',
      promise: '长椅装在楼前，够六个人坐',
      dueOn: '2026-12-01',
      ownerKind: 'resident',
      isProject: true,
    },
  })

async function name(round: RoundView, who: SignedInPerson) {
  const person = await server.db
    .selectFrom('people')
    .select('person_code')
    .where('person_id', '=', who.personId)
    .executeTakeFirstOrThrow()
  return tryRoundAct(staff, round, 'name_convener', {
    reason: '两个月没有动静',
    personCode: person.person_code,
  })
}

const named = async (round: RoundView, who: SignedInPerson): Promise<RoundView> => {
  const { status, body } = await name(round, who)
  expect(status).toBe(200)
  return body as RoundView
}

describe('a round in which nothing happens for sixty days', () => {
  it('is idle: staff and its convener are told', async () => {
    const round = await anIdleRound()
    expect(round.idleAt).toBe(IDLE_AT)
    expect(round.timeline.map(({ act }) => act)).toContain('idle')
    expect(await toldOfRound(round, staff)).toEqual(['round_idle'])
    expect(await toldOfRound(round, head)).toEqual(['round_idle'])
    expect(await toldOfRound(round, resident)).toEqual([])
  })

  it('is not, when something was done in it meanwhile', async () => {
    const round = await aRound({ state: 'discussion' })
    await server.db
      .updateTable('rounds')
      .set({ touched_at: new Date('2026-12-24T02:00:00.000Z') })
      .where('round_id', '=', round.roundId)
      .execute()
    await clock(round, 'idle', IDLE_AT)
    expect((await readRoundBy(staff, round)).idleAt).toBeNull()
  })

  it.each(DEEDS)('is not after %s', async (_name, state, deed) => {
    const round = await aRound({ state: 'action' })
    const item = await anItem(head, round, { isProject: true })
    const rater = await place.resident(place.community.homeId)
    await tookPart(rater, round, place.community.homeId)
    await server.db
      .updateTable('rounds')
      .set({ state, idle_at: NOW, touched_at: LONG_AGO })
      .where('round_id', '=', round.roundId)
      .execute()
    expect((await deed(item, rater)).status).toBe(200)
    expect((await readRoundBy(staff, round)).idleAt).toBeNull()
  })

  it('ends when nobody takes it over, and stays readable', async () => {
    const round = await anIdleRound()
    await clock(round, 'abandon', '2027-01-31T16:00:00.000Z')
    expect((await readRoundBy(resident, round)).state).toBe('discussion')
    await clock(round, 'abandon', ABANDONED_AT)
    const over = await readRoundBy(resident, round)
    expect(over).toMatchObject({ state: 'abandoned', acts: [] })
    await clock(round, 'abandon', ABANDONED_AT)
    expect((await readRoundBy(resident, round)).revision).toBe(over.revision)
  })
})

describe('staff name another convener', () => {
  it('who lives there: they are asked, take it over, and everybody in it is told', async () => {
    const asked = await named(await anIdleRound(), neighbour)
    expect(asked).toMatchObject({ nextConvenerName: '小周', idleAt: IDLE_AT })
    expect(await toldOfRound(asked, neighbour)).toEqual(['round_asked'])
    const seen = await readRoundBy(neighbour, asked)
    expect(seen.acts).toEqual(['take_over', 'refuse_over'])
    const { status, body } = await tryRoundAct(neighbour, seen, 'take_over')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      convenerName: '小周',
      nextConvenerName: null,
      idleAt: null,
      mine: true,
      may: { convene: true },
    })
    expect(await toldOfRound(asked, head)).toContain('round_taken_over')
    await clock(asked, 'abandon', ABANDONED_AT)
    expect((await readRoundBy(neighbour, asked)).state).toBe('discussion')
  })

  it('who refuses: staff look for somebody else, and the days go on', async () => {
    const asked = await named(await anIdleRound(), neighbour)
    const { status } = await tryRoundAct(neighbour, await readRoundBy(neighbour, asked), 'refuse_over')
    expect(status).toBe(200)
    const seen = await readRoundBy(staff, asked)
    expect(seen).toMatchObject({ nextConvenerName: null, idleAt: IDLE_AT })
    expect(await toldOfRound(asked, staff)).toContain('round_not_taken')
    expect(seen.timeline.map(({ act }) => act)).toEqual(['convene', 'idle', 'name_convener', 'refuse_over'])
  })

  it('never somebody from elsewhere, nor who convenes it already, nor a child', async () => {
    const round = await anIdleRound()
    const child = await place.resident(place.community.homeId, { isAdult: false })
    for (const one of [across, head, child])
      expect(codeOf(await name(round, one))).toBe('ROUND_CONVENER_WRONG')
    expect(codeOf(await tryRoundAct(staff, round, 'name_convener', { reason: '没动静' }))).toBe(
      'BODY_INVALID',
    )
    expect(codeOf(await tryRoundAct(resident, round, 'name_convener', { reason: '没动静' }))).toBe(
      'NOT_ALLOWED',
    )
    expect(codeOf(await tryRoundAct(resident, round, 'take_over'))).toBe('NOT_ALLOWED')
  })

  it('neither while something goes on nor in place of who convenes; at once where the convener left the office', async () => {
    const round = await aRound({ state: 'discussion' })
    expect((await readRoundBy(staff, round)).acts).not.toContain('name_convener')
    expect(codeOf(await name(round, neighbour))).toBe('NOT_ALLOWED')
    const grant = server.db.updateTable('role_grants').where('person_id', '=', head.personId)
    await grant.set({ state: 'ended' }).execute()
    const forsaken = await readRoundBy(staff, round)
    expect(forsaken).toMatchObject({ idleAt: null, acts: ['name_convener'] })
    const asked = await named(forsaken, neighbour)
    const answers = await Promise.all(
      [1, 2].map(async () => tryRoundAct(neighbour, await readRoundBy(neighbour, asked), 'take_over')),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403])
    await grant.set({ state: 'granted' }).execute()
    const taken = await readRoundBy(staff, round)
    expect(taken).toMatchObject({ convenerName: '小周', acts: [] })
  })
})
