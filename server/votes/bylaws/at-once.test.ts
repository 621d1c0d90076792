import { sql } from 'kysely'
import type { Transaction } from '#server/platform/db/index'
import { acting, atOnce, sorted } from '../../../tests/builders/acting'
import { photosOf } from '../../../tests/builders/proxies'
import { bylawsOn, INPUT } from '../../../tests/builders/recorded-bylaws'
import type { SignedInPerson } from '../../../tests/builders/neighbourhood'
import { committee, place, secretary, server, setVoteStage } from '../../../tests/builders/vote-stage'
import { actOnBylaw } from './act-on-bylaw'
import { recordBylaw } from './record-bylaw'

setVoteStage()

const { recorded, inForce, told } = bylawsOn(
  () => server,
  () => place,
)
const as = (who: SignedInPerson) =>
  acting(server.db, who.personId, place.community.communityId, server.clock.now)

const holdAll = (tx: Transaction) => sql`lock table bylaws in share mode`.execute(tx)
const holdOne = (bylawId: string) => (tx: Transaction) =>
  sql`select 1 from bylaws where bylaw_id = ${bylawId} for update`.execute(tx)

const states = async () =>
  (await server.db.selectFrom('bylaws').select('state').orderBy('bylaw_id').execute()).map(
    ({ state }) => state,
  )

afterEach(async () => {
  await server.db.deleteFrom('bylaws').execute()
})

async function recording(who: SignedInPerson) {
  const context = await as(who)
  const photoIds = await photosOf(who)
  return () => recordBylaw(context, { ...INPUT, placeId: place.community.estateId, photoIds }, server.parts)
}

async function putting(who: SignedInPerson, bylawId: string) {
  const context = await as(who)
  return () => actOnBylaw(context, { bylawId, act: 'put_in_force' }, server.parts)
}

describe('at the very same moment', () => {
  it('two who record for one place: one waits, the other is told so', async () => {
    const other = await place.inOffice('residents_committee', place.community.communityId, { name: '老何' })
    const works = [await recording(committee), await recording(other)]
    expect(sorted(await atOnce(server.db, holdAll, works))).toEqual(['BYLAW_TAKEN', 'done'])
    expect(await states()).toEqual(['recorded'])
  })

  it('two secretaries who confirm: one does, and what was in force ends once', async () => {
    const second = await place.inOffice('community_secretary', place.community.communityId, {
      name: '吴书记',
    })
    const old = await inForce(committee, secretary)
    const { bylawId } = await recorded(committee)
    const works = [await putting(secretary, bylawId), await putting(second, bylawId)]
    expect(sorted(await atOnce(server.db, holdOne(bylawId), works))).toEqual(['STATE_CHANGED', 'done'])
    expect(await states()).toEqual(['ended', 'in_force'])
    expect(await told(old, committee)).toEqual(['bylaw_in_force', 'bylaw_ended'])
  })

  it('it is taken back and confirmed: whichever comes first stands, the other is told that it changed', async () => {
    const { bylawId } = await recorded(committee)
    const context = await as(committee)
    const takeBack = () => actOnBylaw(context, { bylawId, act: 'take_back' }, server.parts)
    const works = [takeBack, await putting(secretary, bylawId)]
    const endings = await atOnce(server.db, holdOne(bylawId), works)
    expect(sorted(endings)).toEqual(['STATE_CHANGED', 'done'])
    expect(await states()).toEqual([endings[0] === 'done' ? 'taken_back' : 'in_force'])
  })

  it('the old one is ended by hand while a new one takes its place: either way one is in force', async () => {
    const old = await inForce(committee, secretary)
    const { bylawId } = await recorded(committee)
    const context = await as(committee)
    const end = () =>
      actOnBylaw(context, { bylawId: old.bylawId, act: 'end', reason: '废止了' }, server.parts)
    const [ofPutting, ofEnd] = await atOnce(server.db, holdOne(old.bylawId), [
      await putting(secretary, bylawId),
      end,
    ])
    expect(ofPutting).toBe('done')
    expect(['done', 'STATE_CHANGED']).toContain(ofEnd)
    expect(await states()).toEqual(['ended', 'in_force'])
  })
})
