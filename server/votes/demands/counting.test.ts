import { sql } from 'kysely'
import { DomainError } from '#core/errors'
import { acting, atOnce } from '../../../tests/builders/acting'
import {
  clearDemands,
  doAct,
  flat,
  readBy,
  registered,
  sold,
  tryAct,
  unknownOwner,
  written,
} from '../../../tests/builders/demands'
import {
  committee,
  neighbour,
  place,
  resident,
  server,
  setVoteStage,
  toldOf,
} from '../../../tests/builders/vote-stage'
import { actOnDemand } from './act-on-demand'
import { endSignaturesOfLeaver } from './end-signatures'

setVoteStage()
beforeEach(clearDemands)

/** So many more persons, whom the app doesn't know. */
async function others(count: number) {
  for (let at = 0; at < count; at += 1) await flat(`9${at}`, [await unknownOwner()])
}

const live = async (demandId: string) =>
  server.db
    .selectFrom('demand_signatures')
    .selectAll()
    .where('demand_id', '=', demandId)
    .where('ended_at', 'is', null)
    .execute()

describe('persons', () => {
  it('are co-owners once, whichever of them signs', async () => {
    const [wife, husband] = [await registered(resident), await registered(neighbour)]
    await flat('101', [wife, husband])
    await others(9)
    const demand = await written(resident)
    expect(demand).toMatchObject({ personsSigned: 1, personsOf: 10 })
    expect((await tryAct(neighbour, demand, 'sign')).body.code).toBe('DEMAND_SIGNED_ALREADY')
    expect(await readBy(neighbour, demand)).toMatchObject({ signed: false, personsSigned: 1 })
  })

  it('are the owner of three units once', async () => {
    const one = await registered(resident)
    for (const name of ['101', '102', '103']) await flat(name, [one])
    await others(9)
    const demand = await written(resident)
    expect(demand).toMatchObject({ personsSigned: 1, personsOf: 10, state: 'open' })
    expect(await live(demand.demandId)).toHaveLength(1)
  })

  it('are who owns one alone and one with another two, and sign for both at once', async () => {
    const [wife, husband] = [await registered(resident), await unknownOwner()]
    await flat('101', [wife, husband])
    await flat('102', [wife])
    await others(9)
    expect(await written(resident)).toMatchObject({ personsSigned: 2, personsOf: 11, state: 'open' })
  })

  it('who sold since counts no longer, and the buyer may sign', async () => {
    const { unitId } = await flat('101', [resident])
    const other = await place.person('小钱')
    await flat('102', [other])
    await flat('103', [neighbour])
    await others(7)
    const demand = await written(resident)
    await sold(unitId, await unknownOwner())
    expect(await doAct(other, demand, 'sign')).toMatchObject({
      state: 'open',
      personsSigned: 1,
      personsOf: 10,
    })
    expect(await doAct(neighbour, demand, 'sign')).toMatchObject({ state: 'met', personsSigned: 2 })
  })

  it('are those too whom the register lacks: a gap in it makes no fifth any sooner', async () => {
    await flat('101', [resident])
    for (const name of ['201', '202', '203', '204', '205']) await flat(name, [])
    expect(await written(resident)).toMatchObject({ state: 'open', personsSigned: 1, personsOf: 6 })
  })

  it('of one alone are enough at once', async () => {
    await flat('101', [resident])
    expect(await written(resident)).toMatchObject({ state: 'met', personsSigned: 1, personsOf: 1 })
  })
})

describe('a signature', () => {
  it('is given and taken back any number of times, and stands once', async () => {
    await flat('101', [resident])
    await flat('102', [neighbour])
    await others(9)
    const demand = await written(resident)
    await doAct(resident, demand, 'sign')
    expect(await live(demand.demandId)).toHaveLength(1)
    expect(await doAct(resident, demand, 'take_back')).toMatchObject({ personsSigned: 0, signed: false })
    expect((await tryAct(resident, demand, 'take_back')).body.code).toBe('NOT_ALLOWED')
    expect(await doAct(resident, demand, 'sign')).toMatchObject({ personsSigned: 1, signed: true })
  })

  it('can’t be taken back once it is met, and it stays met when one of them sells', async () => {
    const { unitId } = await flat('101', [resident])
    await flat('102', [neighbour])
    await others(8)
    const demand = await written(resident)
    await doAct(neighbour, demand, 'sign')
    expect((await tryAct(resident, demand, 'take_back')).body.code).toBe('DEMAND_OVER')
    await sold(unitId, await unknownOwner())
    expect(await readBy(committee, demand)).toMatchObject({ state: 'met', personsSigned: 2 })
  })

  it('ends with the home as whose owner it was given', async () => {
    const { communityId, homeId } = place.community
    await flat('101', [await unknownOwner()], homeId)
    await others(9)
    const demand = await written(resident)
    await server.db.transaction().execute((tx) =>
      endSignaturesOfLeaver(tx, {
        communityId,
        personId: resident.personId,
        homeId,
        homePath: [communityId, homeId],
        otherHomes: [],
        byPersonId: resident.personId,
        byRole: null,
        at: server.clock.now,
      }),
    )
    expect(await readBy(resident, demand)).toMatchObject({ personsSigned: 0, signed: false })
  })
})

describe('at the very same moment', () => {
  it('twenty who sign at the threshold: it is met exactly once', async () => {
    const people = []
    for (let count = 0; count < 20; count += 1) people.push(await place.person(`业主${count}`))
    for (const [index, person] of people.entries()) await flat(`1${index}`, [person])
    await flat('999', [resident])
    await others(79)
    const demand = await written(resident)
    expect(demand).toMatchObject({ personsSigned: 1, personsOf: 100, state: 'open' })
    const contexts = []
    for (const { personId } of people)
      contexts.push(await acting(server.db, personId, place.community.communityId, server.clock.now))
    const { demandId } = demand
    // More than the pool has connections: some stand in line for the row, the others for a connection.
    const endings = await Promise.all(
      contexts.map((context) =>
        actOnDemand(context, { demandId, act: 'sign' }, server.parts).then(
          () => 'done',
          (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
        ),
      ),
    )
    // Nineteen make it twenty of a hundred; who comes last finds it met.
    expect(endings.filter((ending) => ending === 'done')).toHaveLength(19)
    expect(endings.filter((ending) => ending === 'DEMAND_OVER')).toHaveLength(1)
    expect(await readBy(resident, demand)).toMatchObject({ state: 'met', personsSigned: 20 })
    expect(await toldOf({ voteId: demandId }, committee)).toEqual(['demand_waits'])
    const meets = await server.db
      .selectFrom('audit_entries')
      .select('entry_id')
      .where('subject_id', '=', demandId)
      .where('act', '=', 'demand.meet')
      .execute()
    expect(meets).toHaveLength(1)
  })

  it('two co-owners: one signature stands', async () => {
    const [wife, husband] = [await registered(resident), await registered(neighbour)]
    await flat('101', [wife, husband])
    const author = await place.person('小孙')
    await flat('102', [author])
    await others(9)
    const { demandId } = await written(author)
    const contexts = []
    for (const { personId } of [resident, neighbour])
      contexts.push(await acting(server.db, personId, place.community.communityId, server.clock.now))
    const endings = await atOnce(
      server.db,
      (tx) => sql`select 1 from owners_demands where demand_id = ${demandId} for update`.execute(tx),
      contexts.map((context) => () => actOnDemand(context, { demandId, act: 'sign' }, server.parts)),
    )
    expect([...endings].sort()).toEqual(['DEMAND_SIGNED_ALREADY', 'done'])
    expect(await live(demandId)).toHaveLength(2)
  })
})
