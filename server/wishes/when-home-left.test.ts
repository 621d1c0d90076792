import { actOnMembershipEndpoint } from '#core/people'
import { newId } from '#server/platform/db/index'
import { atOnce, acting, sorted } from '../../tests/builders/acting'
import { CONTACT_BOX } from '../../tests/builders/contact-box'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { manyMembers, organisationLedBy } from '../../tests/builders/organisations'
import {
  author,
  neighbour,
  NOW,
  place,
  server,
  setWishStage,
  toldOf,
  wishes,
} from '../../tests/builders/wish-stage'
import { lockWish } from './repository'
import { secondWish } from './second-wish'

setWishStage()

const membershipsOf = ({ personId }: SignedInPerson) =>
  server.db
    .selectFrom('memberships')
    .selectAll()
    .where('person_id', '=', personId)
    .where('state', '=', 'confirmed')
    .orderBy('membership_id')
    .execute()
/** Leaves the first of their homes. */
async function leave(who: SignedInPerson): Promise<void> {
  const [home] = await membershipsOf(who)
  await server.ok(actOnMembershipEndpoint, {
    as: who.token,
    params: { communityId: place.community.communityId, membershipId: home?.membership_id ?? '' },
    body: { act: 'leave' },
  })
}
/** A second home for somebody who has one. */
async function alsoAt(who: SignedInPerson, homeId: string): Promise<void> {
  const [home] = await membershipsOf(who)
  const { path, name } = await server.db
    .selectFrom('places')
    .select(['path', 'name'])
    .where('place_id', '=', homeId)
    .executeTakeFirstOrThrow()
  if (!home) throw new Error('has no home')
  await server.db
    .insertInto('memberships')
    .values({ ...home, membership_id: newId(), home_id: homeId, home_path: path, home_name: name })
    .execute()
}
const nextDoor = () => place.resident(place.community.neighbourHomeId)

describe('who leaves a home', () => {
  it('is counted no more among those who want something too', async () => {
    const mover = await place.resident(place.community.otherHomeId)
    const said = await wishes.say(author)
    expect((await wishes.second(mover, said)).seconds).toBe(1)
    await leave(mover)
    expect((await wishes.read(author, said)).seconds).toBe(0)
  })

  it('takes back an offer, hands back a claim; the author is told, and the wish waits anew', async () => {
    const mover = await nextDoor()
    const [offered, claimed] = [await wishes.say(author), await wishes.say(author)]
    await wishes.act(mover, offered, 'offer')
    await wishes.claim(author, mover, claimed)
    await leave(mover)
    expect((await wishes.read(author, offered)).offers).toEqual([])
    const back = await wishes.read(author, claimed)
    expect([back.state, back.helperName]).toEqual(['published', null])
    expect(await toldOf(claimed, author)).toEqual(['wish_back', 'wish_offer'])
    expect(await toldOf(claimed, mover)).toEqual(['wish_claim_ended', 'wish_accepted'])
    expect(await toldOf(offered, mover)).toEqual(['wish_offer_ended'])
  })

  it('goes on helping by another home that it was said to', async () => {
    const mover = await nextDoor()
    await alsoAt(mover, place.community.otherHomeId)
    const [toEstate, toBuilding] = [await wishes.say(author), await wishes.say(author, { scope: 'building' })]
    for (const said of [toEstate, toBuilding]) await wishes.claim(author, mover, said)
    await leave(mover)
    expect((await wishes.read(author, toEstate)).state).toBe('claimed')
    expect((await wishes.read(author, toBuilding)).state).toBe('published')
  })

  it('goes on helping in an organisation where the whole community was asked', async () => {
    const mover = await nextDoor()
    const where = { communityId: place.community.communityId, at: NOW }
    const organisationId = await organisationLedBy(server.db, where)
    await manyMembers(server.db, { ...where, organisationId }, [mover.personId], 'member')
    const toAll = await wishes.say(author, { scope: 'community' })
    const toEstate = await wishes.say(author)
    for (const said of [toAll, toEstate]) await wishes.claim(author, mover, said)
    await leave(mover)
    expect((await wishes.read(author, toAll)).state).toBe('claimed')
    expect((await wishes.read(author, toEstate)).state).toBe('published')
  })

  it('withdraws what they wished for there themselves; whoever helps is told', async () => {
    const mover = await place.resident(place.community.homeId)
    const [waiting, helped] = [await wishes.say(mover), await wishes.say(mover)]
    const forOther = await wishes.say(mover, { forOther: { name: '王奶奶', way: 'in_person' } })
    await wishes.claim(mover, neighbour, helped)
    await wishes.act(neighbour, waiting, 'offer')
    await leave(mover)
    const stateOf = async (said: { wishId: string }) => (await wishes.read(mover, said)).state
    expect([await stateOf(waiting), await stateOf(helped), await stateOf(forOther)]).toEqual([
      'withdrawn',
      'withdrawn',
      'published',
    ])
    for (const said of [waiting, helped]) expect((await toldOf(said, neighbour))[0]).toBe('wish_withdrawn')
  })

  it('withdraws what had expired, too: nobody puts it up again from where they don’t live', async () => {
    const mover = await place.resident(place.community.homeId)
    const [own, forOther] = [
      await wishes.say(mover),
      await wishes.say(mover, { forOther: { name: '王奶奶', way: 'in_person' } }),
    ]
    await server.db
      .updateTable('wishes')
      .set({ state: 'expired' })
      .where('author_id', '=', mover.personId)
      .execute()
    await leave(mover)
    expect((await wishes.read(mover, own)).state).toBe('withdrawn')
    expect((await wishes.act(mover, forOther, 'renew')).state).toBe('published')
  })

  it('is not asked again after 帮好了: a 还没有 goes to the neighbours', async () => {
    const mover = await nextDoor()
    const said = await wishes.say(author)
    await wishes.claim(author, mover, said)
    await wishes.act(mover, said, 'deliver')
    await leave(mover)
    expect((await wishes.read(author, said)).state).toBe('delivered')
    const back = await wishes.act(author, said, 'not_yet')
    expect([back.state, back.helperName, back.timeline.slice(-2).map(({ act }) => act)]).toEqual([
      'published',
      null,
      ['not_yet', 'hand_back'],
    ])
    expect((await toldOf(said, mover))[0]).toBe('wish_claim_ended')
    expect((await toldOf(said, author))[0]).toBe('wish_back')
  })

  it('or has closed their account after 帮好了 is not asked again either', async () => {
    const gone = await nextDoor()
    const said = await wishes.say(author)
    await wishes.claim(author, gone, said)
    await wishes.act(gone, said, 'deliver')
    await server.db
      .updateTable('people')
      .set({ closed_at: NOW })
      .where('person_id', '=', gone.personId)
      .execute()
    expect((await wishes.act(author, said, 'not_yet')).state).toBe('published')
  })

  it('at the very moment of a 还没有 helps no more, whichever comes first', async () => {
    const { communityId } = place.community
    const mover = await nextDoor()
    const said = await wishes.say(author)
    await wishes.claim(author, mover, said)
    await wishes.act(mover, said, 'deliver')
    const endings = await atOnce(server.db, (tx) => lockWish(tx, communityId, said.wishId), [
      () => wishes.act(author, said, 'not_yet'),
      () => leave(mover),
    ])
    expect(sorted(endings)).toEqual(['done', 'done'])
    expect((await wishes.read(author, said)).state).toBe('published')
  })

  it('keeps it with another home in the same building', async () => {
    const mover = await place.resident(place.community.homeId)
    await alsoAt(mover, place.community.neighbourHomeId)
    const said = await wishes.say(mover)
    await leave(mover)
    expect((await wishes.read(mover, said)).state).toBe('published')
  })

  it('keeps what has come true: seconds, names and thanks', async () => {
    const mover = await nextDoor()
    const wanting = await place.resident(place.community.otherHomeId)
    const said = await wishes.say(author)
    await wishes.second(wanting, said)
    await wishes.claim(author, mover, said)
    await wishes.act(mover, said, 'deliver')
    await wishes.act(author, said, 'confirm')
    await leave(mover)
    await leave(wanting)
    const { state, seconds } = await wishes.read(author, said)
    expect([state, seconds]).toEqual(['fulfilled', 1])
  })

  it('never crosses a second from that home: one comes before the other, and none is left', async () => {
    const mover = await place.resident(place.community.otherHomeId)
    const said = await wishes.say(author)
    const { communityId } = place.community
    const context = await acting(server.db, mover.personId, communityId, NOW)
    const endings = await atOnce(server.db, (tx) => lockWish(tx, communityId, said.wishId), [
      () => secondWish(context, CONTACT_BOX, { wishId: said.wishId, wanted: true }),
      () => leave(mover),
    ])
    expect(sorted(endings)).toEqual(['done', 'done'])
    expect((await wishes.read(author, said)).seconds).toBe(0)
  })
})
