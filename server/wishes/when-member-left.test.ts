import { startOfDay } from '#core/calendar'
import { actOnMemberEndpoint, endOrganisationEndpoint } from '#core/organisations'
import { clockDueAt, NO_STANDING, type WishView } from '#core/wishes'
import { acting, atOnce, sorted } from '../../tests/builders/acting'
import { CONTACT_BOX } from '../../tests/builders/contact-box'
import { manyMembers, organisationLedBy } from '../../tests/builders/organisations'
import { agreesAgain } from '../../tests/builders/person'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import {
  author,
  neighbour,
  NOW,
  place,
  server,
  setWishStage,
  staff,
  toldOf,
  wishes,
} from '../../tests/builders/wish-stage'
import { actOnWish } from './act-on-wish'
import { wishClock } from './clock'
import { findWish, lockWish, wishOf } from './repository'

setWishStage()

interface Team {
  organisationId: string
  lead: SignedInPerson
  /** Who helps for it, and others of it; their parts by person. */
  member: SignedInPerson
  others: SignedInPerson[]
  partOf: Map<string, string>
}

/** An organisation with a lead and members; `members`: how many besides the lead. */
async function team(members = 3): Promise<Team> {
  const where = { communityId: place.community.communityId, at: NOW }
  const lead = await place.person('老周')
  const organisationId = await organisationLedBy(server.db, where, lead.personId)
  const people = await Promise.all(Array.from({ length: members }, () => place.person()))
  const ids = people.map(({ personId }) => personId)
  const parts = await manyMembers(server.db, { ...where, organisationId }, ids, 'member')
  const [member = lead, ...others] = people
  return {
    organisationId,
    lead,
    member,
    others,
    partOf: new Map(ids.map((id, index) => [id, parts[index] ?? ''])),
  }
}
const leave = ({ organisationId, partOf }: Team, who: SignedInPerson) =>
  server.ok(actOnMemberEndpoint, {
    as: who.token,
    params: {
      communityId: place.community.communityId,
      organisationId,
      memberId: partOf.get(who.personId) ?? '',
    },
    body: { act: 'leave' },
  })
const end = ({ organisationId }: Team) =>
  server.ok(endOrganisationEndpoint, {
    as: staff.token,
    params: { communityId: place.community.communityId, organisationId },
    body: { reason: '不办了' },
  })
const sayToAll = () => wishes.say(author, { scope: 'community' })
const offerFor = ({ organisationId, member }: Team, said: WishView) =>
  wishes.act(member, said, 'offer', { organisationId })
/** The organisation holds the claim through its member. */
async function claimedBy(helping: Team): Promise<WishView> {
  const said = await sayToAll()
  await offerFor(helping, said)
  const { offers } = await wishes.read(author, said)
  return wishes.act(author, said, 'accept_offer', { offerId: offers[0]?.offerId })
}
/** Runs the clock's deed at an instant, as the job was put on the list when the member left. */
async function gone(said: WishView, now: Date): Promise<WishView> {
  const row = await findWish(server.db, said.communityId, said.wishId)
  const dueAt = row && clockDueAt(wishOf(row, NO_STANDING), 'member_gone')
  const { communityId, wishId } = said
  server.clock.now = now
  await wishClock(
    server.db,
    { communityId, wishId, act: 'member_gone', dueAt: (dueAt ?? now).toISOString() },
    now,
  )
  return wishes.read(author, said)
}

describe('somebody who leaves an organisation', () => {
  it('takes along what they offered in its name, and nothing that they offered for themselves', async () => {
    const helping = await team()
    const said = await sayToAll()
    await offerFor(helping, said)
    const own = await sayToAll()
    await wishes.act(neighbour, own, 'offer')
    await leave(helping, helping.member)
    expect((await wishes.read(author, said)).offers).toEqual([])
    expect((await wishes.read(author, own)).offers).toHaveLength(1)
    expect(await toldOf(said, helping.member)).toEqual(['wish_offer_ended'])
  })

  it('leaves what they had taken on to the others, who are told; one of them goes on within seven days', async () => {
    const helping = await team()
    const said = await claimedBy(helping)
    const [other = author] = helping.others
    await leave(helping, helping.member)
    const read = await wishes.read(other, said)
    expect([read.state, read.replaceUntil, read.acts]).toEqual([
      'claimed',
      '2026-11-25T16:00:00.000Z',
      ['hand_back', 'take_over'],
    ])
    expect([read.helping, read.organisationHelps]).toEqual([false, true])
    for (const who of [helping.lead, other]) expect(await toldOf(said, who)).toEqual(['wish_take_over'])
    expect([(await toldOf(said, author))[0], (await wishes.read(author, said)).replaceUntil]).toEqual([
      'wish_helper_left',
      read.replaceUntil,
    ])
    server.clock.now = startOfDay('2026-11-25')
    const taken = await wishes.act(other, said, 'take_over')
    expect([taken.state, taken.replaceUntil, taken.mayReadContact]).toEqual(['claimed', null, true])
    expect([taken.helping, (await toldOf(said, author))[0]]).toEqual([true, 'wish_helper_new'])
    // Who takes over has the days of a new helper.
    const day = startOfDay('2026-11-27')
    expect((await gone(said, day)).state).toBe('claimed')
    await wishes.act(other, said, 'contact')
    expect((await wishes.act(other, said, 'deliver')).state).toBe('delivered')
  })

  it('is replaced by somebody who can be reached, and never by who wished for it', async () => {
    const helping = await team()
    const { communityId } = place.community
    const where = { communityId, organisationId: helping.organisationId, at: NOW }
    const said = await claimedBy(helping)
    await manyMembers(server.db, where, [author.personId], 'member')
    await leave(helping, helping.member)
    expect((await wishes.read(author, said)).acts).not.toContain('take_over')
    await expect(wishes.act(author, said, 'take_over')).rejects.toThrow('NOT_ALLOWED')
    const [other = author] = helping.others
    await server.db.deleteFrom('phones').where('person_id', '=', other.personId).execute()
    await expect(wishes.act(other, said, 'take_over')).rejects.toThrow('HELPER_PHONE_REQUIRED')
    await agreesAgain(server.db, other.personId, NOW)
    expect((await wishes.act(other, said, 'take_over')).state).toBe('claimed')
  })

  it('has nothing to do with it any more: no phone, no act', async () => {
    const helping = await team()
    const said = await claimedBy(helping)
    expect((await wishes.read(helping.member, said)).mayReadContact).toBe(true)
    await leave(helping, helping.member)
    const late = await wishes.read(helping.member, said)
    expect([late.mayReadContact, late.contactMasked, late.acts, late.helping]).toEqual([
      false,
      null,
      [],
      false,
    ])
    const forAuthor = await wishes.read(author, said)
    expect([forAuthor.mayReadContact, forAuthor.contactMasked]).toEqual([false, null])
  })

  it('gives it back to the neighbours after seven days without anybody, and not before', async () => {
    const helping = await team()
    const said = await claimedBy(helping)
    await leave(helping, helping.member)
    await expect(gone(said, startOfDay('2026-11-25'))).rejects.toMatchObject({ code: 'ACT_NOT_POSSIBLE' })
    const back = await gone(said, startOfDay('2026-11-26'))
    expect([back.state, back.helperName, back.timeline[back.timeline.length - 1]?.act]).toEqual([
      'published',
      null,
      'member_gone',
    ])
    const { rows } = await server.pool.query<{ key: string }>(
      `select key from graphile_worker.jobs where key = $1`,
      [`wish_member_gone:${said.wishId}`],
    )
    expect(rows).toHaveLength(1)
  })

  it('after it was done waits for the author alone; only a 还没有 asks the others', async () => {
    const helping = await team()
    const said = await claimedBy(helping)
    await wishes.act(helping.member, said, 'deliver')
    await leave(helping, helping.member)
    const [other = author] = helping.others
    expect(await toldOf(said, other)).toEqual([])
    expect((await wishes.read(author, said)).replaceUntil).toBeNull()
    server.clock.now = startOfDay('2026-12-01')
    const again = await wishes.act(author, said, 'not_yet')
    expect([again.state, again.replaceUntil]).toEqual(['claimed', '2026-12-08T16:00:00.000Z'])
    expect(await toldOf(said, other)).toEqual(['wish_not_yet'])
    expect((await wishes.act(other, said, 'take_over')).state).toBe('claimed')
  })

  it('after it was done, and nobody is left in it: a 还没有 goes to the neighbours at once', async () => {
    const helping = await team()
    const said = await claimedBy(helping)
    await wishes.act(helping.member, said, 'deliver')
    await end(helping)
    const back = await wishes.act(author, said, 'not_yet')
    expect([back.state, back.replaceUntil, back.timeline.slice(-2).map(({ act }) => act)]).toEqual([
      'published',
      null,
      ['not_yet', 'member_gone'],
    ])
  })

  it('is replaced by one, though two press at the same moment', async () => {
    const helping = await team()
    const said = await claimedBy(helping)
    await leave(helping, helping.member)
    const { communityId, wishId } = said
    const { revision } = await wishes.read(author, said)
    const takeOver = (who: SignedInPerson) => async () =>
      actOnWish(
        await acting(server.db, who.personId, communityId, NOW),
        { wishId, act: 'take_over', revision, shownAs: 'resident', photoIds: [] },
        { contactBox: CONTACT_BOX, contentCheck: server.parts.contentCheck },
      )
    const endings = await atOnce(
      server.db,
      (tx) => lockWish(tx, communityId, wishId),
      helping.others.map(takeOver),
    )
    expect(sorted(endings)).toEqual(['STATE_CHANGED', 'done'])
    const { timeline } = await wishes.read(author, said)
    expect(timeline.filter(({ act }) => act === 'take_over')).toHaveLength(1)
  })
})

describe('an organisation that ends', () => {
  it('gives back at once what it had taken on: nobody could take over', async () => {
    const helping = await team()
    const [said, open] = [await claimedBy(helping), await sayToAll()]
    await offerFor(helping, open)
    await end(helping)
    const back = await wishes.read(author, said)
    expect([back.state, (await wishes.read(author, open)).offers]).toEqual(['published', []])
    expect(await toldOf(said, author)).toEqual(['wish_back', 'wish_offer'])
    expect(await toldOf(said, helping.member)).toEqual(['wish_claim_ended', 'wish_accepted'])
  })
})
