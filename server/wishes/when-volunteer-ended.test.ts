import { actOnGrantEndpoint } from '#core/people'
import { readWishContactEndpoint } from '#core/wishes'
import { newId } from '#server/platform/db/index'
import type { Jobs } from '#server/platform/jobs/index'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import {
  author,
  NOW,
  place,
  server,
  setWishStage,
  staff,
  toldOf,
  wishes,
} from '../../tests/builders/wish-stage'
import { endHelpOfVolunteer } from '.'

setWishStage()

const grantOf = ({ personId }: SignedInPerson) =>
  server.db
    .selectFrom('role_grants')
    .select(['grant_id', 'ends_at'])
    .where('person_id', '=', personId)
    .where('role', '=', 'volunteer')
    .executeTakeFirstOrThrow()
const someVolunteer = () => place.inOffice('volunteer', place.community.communityId, { name: '小孙' })
const sayToAll = () => wishes.say(author, { scope: 'community' })

/** Staff end it; answers the job that then stands in line. */
async function endByStaff(who: SignedInPerson): Promise<Jobs['volunteer_ended']> {
  const { grant_id: grantId } = await grantOf(who)
  await server.ok(actOnGrantEndpoint, {
    as: staff.token,
    params: { regionId: place.community.communityId, grantId },
    body: { act: 'end', reason: '好久没来了' },
  })
  const { rows } = await server.pool.query<{ payload: Jobs['volunteer_ended']; run_at: Date }>(
    `select payload, run_at from graphile_worker._private_jobs where key = $1`,
    [`volunteer_ended:${grantId}`],
  )
  const [job] = rows
  expect(job?.run_at).toEqual(NOW)
  return job?.payload as Jobs['volunteer_ended']
}

describe('who is a volunteer no more', () => {
  it('takes back what they offered and hands back what they had taken on: no phone, and author and they are told', async () => {
    const helper = await someVolunteer()
    const [offered, claimed] = [await sayToAll(), await sayToAll()]
    await wishes.act(helper, offered, 'offer')
    await wishes.claim(author, helper, claimed)
    const job = await endByStaff(helper)
    await endHelpOfVolunteer(server.db, job, NOW)
    await endHelpOfVolunteer(server.db, job, NOW)
    expect((await wishes.read(author, offered)).offers).toEqual([])
    const back = await wishes.read(author, claimed)
    expect([back.state, back.helperName, back.mayReadContact]).toEqual(['published', null, false])
    expect(back.timeline.filter(({ act }) => act === 'hand_back')).toHaveLength(1)
    const phone = { as: helper.token, params: wishes.params(claimed) }
    expect((await server.call(readWishContactEndpoint, phone)).status).toBe(403)
    expect(await toldOf(claimed, author)).toEqual(['wish_back', 'wish_offer'])
    expect(await toldOf(claimed, helper)).toEqual(['wish_claim_ended', 'wish_accepted'])
    expect(await toldOf(offered, helper)).toEqual(['wish_offer_ended'])
  })

  it('goes on where they live themselves', async () => {
    const helper = await place.resident(place.community.neighbourHomeId)
    const { communityId } = place.community
    const office = await server.db
      .selectFrom('role_grants')
      .selectAll()
      .where('person_id', '=', (await someVolunteer()).personId)
      .executeTakeFirstOrThrow()
    await server.db
      .insertInto('role_grants')
      .values({ ...office, grant_id: newId(), person_id: helper.personId })
      .execute()
    const said = await sayToAll()
    await wishes.claim(author, helper, said)
    const job = await endByStaff(helper)
    expect(job).toEqual({ communityId, personId: helper.personId, endsAt: NOW.toISOString() })
    await endHelpOfVolunteer(server.db, job, NOW)
    expect((await wishes.read(author, said)).state).toBe('claimed')
  })

  it('because the time was over is the same; a clock that is too early leaves the job in line', async () => {
    const helper = await someVolunteer()
    const said = await sayToAll()
    await wishes.claim(author, helper, said)
    const { ends_at: endsAt } = await grantOf(helper)
    const { communityId } = place.community
    const job = { communityId, personId: helper.personId, endsAt: endsAt.toISOString() }
    await expect(endHelpOfVolunteer(server.db, job, new Date(endsAt.getTime() - 1))).rejects.toMatchObject({
      code: 'ACT_NOT_POSSIBLE',
    })
    expect((await wishes.read(author, said)).state).toBe('claimed')
    await endHelpOfVolunteer(server.db, job, endsAt)
    expect((await wishes.read(author, said)).state).toBe('published')
  })
})
