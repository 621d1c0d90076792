import { WISH_PERSON_ACTS, type WishPersonAct } from '#core/wishes'
import { putsOnRecord } from '../../tests/builders/on-record'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { readWishContactEndpoint } from '#core/wishes'
import {
  across,
  author,
  neighbour,
  place,
  server,
  setWishStage,
  staff,
  wishes,
} from '../../tests/builders/wish-stage'

setWishStage()

const { recorded, leavesOne, entriesOf } = putsOnRecord(() => server.db)

/** One act on a wish, which must leave one entry about it. */
const leaves = (
  by: SignedInPerson,
  wish: { wishId: string },
  act: WishPersonAct,
  more: Parameters<typeof wishes.act>[3] = {},
) =>
  leavesOne(
    () => wishes.act(by, wish, act, more),
    { person_id: by.personId, act: `wish.${act}`, role: null, reason: null },
    ({ wishId }) => wishId,
  )

const offerId = async (wish: { wishId: string }) => (await wishes.read(author, wish)).offers[0]?.offerId

it('every act on a wish leaves one entry, and no word of what was written', async () => {
  const said = await leavesOne(
    () => wishes.say(author),
    { person_id: author.personId, act: 'wish.submit', reason: null },
    ({ wishId }) => wishId,
  )
  await leaves(neighbour, said, 'offer', { note: '我有梯子' })
  await leaves(neighbour, said, 'take_back_offer')
  await leaves(neighbour, said, 'offer')
  await leaves(author, said, 'decline_offer', { offerId: await offerId(said) })
  await leaves(neighbour, said, 'offer')
  await leaves(author, said, 'accept_offer', { offerId: await offerId(said) })
  await leaves(neighbour, said, 'contact')
  await leaves(neighbour, said, 'hand_back')
  await wishes.claim(author, across, said)
  await leaves(author, said, 'release')
  await wishes.claim(author, across, said)
  await leaves(across, said, 'deliver')
  await leaves(author, said, 'not_yet')
  await wishes.act(across, said, 'deliver')
  await leaves(author, said, 'confirm', { note: '谢谢' })

  const other = await wishes.say(across, { placeId: place.community.otherBuildingId })
  const merging = await wishes.say(author)
  const into = { into: { kind: 'wish' as const, id: other.wishId }, note: '是一样的' }
  // In office, and why: that alone is for the record.
  await leavesOne(
    () => wishes.act(staff, merging, 'ask_merge', into),
    { person_id: staff.personId, act: 'wish.ask_merge', role: 'community_staff', reason: '是一样的' },
    ({ wishId }) => wishId,
  )
  await leaves(author, merging, 'refuse_merge')
  await wishes.act(staff, merging, 'ask_merge', into)
  await leaves(author, merging, 'agree_merge')
  await leaves(across, other, 'withdraw')

  const expired = await wishes.say(author)
  await server.db
    .updateTable('wishes')
    .set({ state: 'expired' })
    .where('wish_id', '=', expired.wishId)
    .execute()
  await leaves(author, expired, 'renew')
})

it('an act with another person’s phone, and seconds, are on record too', async () => {
  const said = await wishes.say(author)
  await leavesOne(
    () => wishes.second(across, said),
    { person_id: across.personId, act: 'wish.second' },
    ({ wishId }) => wishId,
  )
  await leavesOne(
    () => wishes.takeBack(across, said),
    { person_id: across.personId, act: 'wish.take_back_second' },
    ({ wishId }) => wishId,
  )
  await wishes.claim(author, neighbour, said)
  await leavesOne(
    () => server.ok(readWishContactEndpoint, { as: neighbour.token, params: wishes.params(said) }),
    { person_id: neighbour.personId, act: 'contact.read' },
    () => said.wishId,
  )
})

it('a wish that becomes a matter leaves one entry for each', async () => {
  const said = await wishes.say(author)
  await wishes.second(neighbour, said)
  await wishes.second(across, said)
  const { added } = await entriesOf(() =>
    wishes.act(author, said, 'become_matter', { serviceCode: 'stair_lamp' }),
  )
  expect(added.map(({ act }) => act)).toEqual(['matter.submit', 'wish.become_matter'])
  recorded.add('wish.become_matter')
})

it('a wish that becomes a topic leaves one entry for each', async () => {
  const said = await wishes.say(author)
  await wishes.second(neighbour, said)
  await wishes.second(across, said)
  const { added } = await entriesOf(() => wishes.act(author, said, 'become_topic'))
  expect(added.map(({ act }) => act)).toEqual(['topic.propose', 'wish.become_topic'])
  recorded.add('wish.become_topic')
})

it('no act was forgotten above; the organisation’s is tried with its members', () => {
  const missing = WISH_PERSON_ACTS.filter((act) => !recorded.has(`wish.${act}`))
  expect(missing).toEqual(['take_over'])
})
