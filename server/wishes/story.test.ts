import {
  actOnWishEndpoint,
  readWishContactEndpoint,
  readWishEndpoint,
  submitWishEndpoint,
} from '#core/wishes'
import { readPhoneOf } from '#server/people/index'
import { CONTACT_BOX } from '../../tests/builders/contact-box'
import { agreesAgain } from '../../tests/builders/person'
import {
  across,
  author,
  head,
  neighbour,
  NOW,
  place,
  server,
  setWishStage,
  staff,
  stranger,
  toldOf,
  volunteer,
  wishes,
} from '../../tests/builders/wish-stage'

setWishStage()

describe('a wish', () => {
  it('goes from its author to a neighbour and back with thanks', async () => {
    const said = await wishes.say(author, { wantedBy: '2026-11-30', whenSuits: '白天都在家' })
    expect([said.state, said.mine, said.scopeName]).toEqual(['published', true, '湖光苑'])
    const offered = await wishes.act(neighbour, said, 'offer', { note: '我家有梯子' })
    expect([offered.offered, offered.offers, offered.offersWaiting]).toEqual([true, [], 1])
    expect(await toldOf(said, author)).toEqual(['wish_offer'])
    const { offers } = await wishes.read(author, said)
    expect(offers).toMatchObject([{ name: '小周', note: '我家有梯子', lapsesAt: '2026-11-20T02:00:00.000Z' }])
    const claimed = await wishes.act(author, said, 'accept_offer', { offerId: offers[0]?.offerId })
    expect([claimed.state, claimed.helperName]).toEqual(['claimed', '小周'])
    await wishes.act(neighbour, said, 'contact')
    const delivered = await wishes.act(neighbour, said, 'deliver', { note: '送到门口了' })
    expect(delivered.state).toBe('delivered')
    const fulfilled = await wishes.act(author, said, 'confirm', { note: '灯换好了，谢谢小周' })
    expect(fulfilled.state).toBe('fulfilled')
    expect(await toldOf(said, neighbour)).toEqual(['wish_thanks', 'wish_accepted'])
    expect(await wishes.list(across, 'fulfilled')).toMatchObject([
      { wishId: said.wishId, thanks: '灯换好了，谢谢小周', helperName: '小周' },
    ])
    expect(fulfilled.timeline.map(({ act }) => act)).toEqual([
      'submit',
      'publish',
      'offer',
      'accept_offer',
      'contact',
      'deliver',
      'confirm',
    ])
  })

  it('is known where it was said, and nowhere else', async () => {
    const toBuilding = await wishes.say(author, { scope: 'building' })
    const toEstate = await wishes.say(author)
    const toAll = await wishes.say(author, { scope: 'community' })
    const seenBy = async (who: typeof author) =>
      Promise.all(
        [toBuilding, toEstate, toAll].map(
          async (wish) =>
            (await server.call(readWishEndpoint, { as: who.token, params: wishes.params(wish) })).status,
        ),
      )
    expect(await seenBy(neighbour)).toEqual([200, 200, 200])
    expect(await seenBy(across)).toEqual([404, 200, 200])
    expect(await seenBy(volunteer)).toEqual([404, 404, 200])
    expect(await seenBy(stranger)).toEqual([404, 404, 404])
    expect(await seenBy(staff)).toEqual([200, 200, 200])
    expect(await seenBy(head)).toEqual([200, 200, 200])
    const listed = async (who: typeof author) => {
      const ids = (await wishes.list(who)).map(({ wishId }) => wishId)
      return [toBuilding, toEstate, toAll].map(({ wishId }) => ids.includes(wishId))
    }
    expect(await listed(neighbour)).toEqual([true, true, true])
    expect(await listed(across)).toEqual([false, true, true])
    expect(await listed(volunteer)).toEqual([false, false, true])
    expect(await listed(staff)).toEqual([true, true, true])
    expect(await listed(head)).toEqual([true, true, true])
    const at = async (placeId: string) => {
      const ids = (await wishes.list(neighbour, 'waiting', placeId)).map(({ wishId }) => wishId)
      return [toBuilding, toEstate, toAll].map(({ wishId }) => ids.includes(wishId))
    }
    const { entranceId, estateId, communityId, otherBuildingId } = place.community
    // All of them reach who lives there, from wherever they look; what reaches another building is not theirs.
    for (const home of [entranceId, estateId, communityId]) expect(await at(home)).toEqual([true, true, true])
    expect(await at(otherBuildingId)).toEqual([false, false, false])
  })

  it('shows each the other’s phone only while they have to do with each other', async () => {
    const said = await wishes.say(author)
    const contact = async (who: typeof author) => {
      const answer = await server.call(readWishContactEndpoint, {
        as: who.token,
        params: wishes.params(said),
      })
      return answer.body.phone ?? answer.status
    }
    expect([await contact(neighbour), await contact(author)]).toEqual([403, 403])
    await wishes.claim(author, neighbour, said)
    const [ofAuthor, ofHelper] = [
      await readPhoneOf(server.db, CONTACT_BOX, author.personId),
      await readPhoneOf(server.db, CONTACT_BOX, neighbour.personId),
    ]
    expect([await contact(neighbour), await contact(author)]).toEqual([ofAuthor, ofHelper])
    expect([await contact(across), await contact(staff)]).toEqual([403, 403])
    expect((await wishes.read(neighbour, said)).contactMasked).toMatch(/^\d{3}\*{4}\d{4}$/)
    expect((await wishes.read(across, said)).contactMasked).toBeNull()
    await wishes.act(neighbour, said, 'deliver')
    await wishes.act(author, said, 'confirm')
    expect([await contact(neighbour), await contact(author)]).toEqual([403, 403])
  })

  it('that asks for money is refused with an explanation', async () => {
    const answer = await server.call(submitWishEndpoint, {
      as: author.token,
      params: { communityId: place.community.communityId },
      body: wishes.input({ title: '想借五千块钱应急' }),
    })
    expect([answer.status, answer.body.code]).toEqual([400, 'WISH_ASKS_MONEY'])
  })

  it('is not claimed by who can’t be reached any more: their offer is gone until they have a phone', async () => {
    const gone = await place.resident(place.community.neighbourHomeId)
    const said = await wishes.say(author)
    await wishes.act(gone, said, 'offer')
    const { offers, revision } = await wishes.read(author, said)
    await server.db.deleteFrom('phones').where('person_id', '=', gone.personId).execute()
    const answer = await server.call(actOnWishEndpoint, {
      as: author.token,
      params: wishes.params(said),
      body: { act: 'accept_offer', revision, offerId: offers[0]?.offerId },
    })
    expect([answer.status, answer.body.code]).toEqual([409, 'WISH_HELPER_NO_PHONE'])
    const after = await wishes.read(author, said)
    expect([after.state, after.offers, after.offersWaiting]).toEqual(['published', [], 0])
    await agreesAgain(server.db, gone.personId, NOW)
    expect((await wishes.read(author, said)).offers).toHaveLength(1)
  })

  it('is claimed once, however many are accepted at the same moment', async () => {
    const said = await wishes.say(author, { scope: 'community' })
    await Promise.all([neighbour, across, volunteer].map((who) => wishes.act(who, said, 'offer')))
    const { offers, revision } = await wishes.read(author, said)
    expect(offers).toHaveLength(3)
    const answers = await Promise.all(
      offers.map(({ offerId }) =>
        server.call(actOnWishEndpoint, {
          as: author.token,
          params: wishes.params(said),
          body: { act: 'accept_offer', revision, offerId },
        }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const helped = await Promise.all(
      [neighbour, across, volunteer].map(async (who) => (await wishes.read(who, said)).helping),
    )
    expect(helped.filter(Boolean)).toHaveLength(1)
  })
})
