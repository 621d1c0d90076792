import { actOnWishEndpoint } from '#core/wishes'
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

/** The check isn't sure of this. */
const UNSURE = '修灯加微信13800138000'
const note = async (who: typeof author, wish: { wishId: string }, act: string) =>
  (await wishes.read(who, wish)).timeline.find((entry) => entry.act === act)?.note

describe('words that come with an act', () => {
  it.each(['offer', 'hand_back', 'deliver'] as const)(
    'need consent to neighbours reading them, so that none is dropped unseen: %s',
    async (act) => {
      const helper = await place.resident(place.community.neighbourHomeId)
      const said = await wishes.say(author)
      if (act !== 'offer') await wishes.claim(author, helper, said)
      await server.db
        .deleteFrom('consents')
        .where('person_id', '=', helper.personId)
        .where('document', '=', 'public_words')
        .execute()
      const { revision } = await wishes.read(helper, said)
      const say = async (more: object) => {
        const { status, body } = await server.call(actOnWishEndpoint, {
          as: helper.token,
          params: wishes.params(said),
          body: { act, revision, ...more },
        })
        return status === 200 ? 'done' : body.code
      }
      expect(await say({ note: '我周六在家' })).toBe('PUBLIC_CONSENT_REQUIRED')
      expect(await say({})).toBe('done')
    },
  )

  it('are read by the two they are between, though the check keeps them from neighbours', async () => {
    const said = await wishes.say(author)
    await wishes.act(across, said, 'offer', { note: UNSURE })
    const [offer] = (await wishes.read(author, said)).offers
    expect(offer?.note).toBe(UNSURE)
    await wishes.act(author, said, 'accept_offer', { offerId: offer?.offerId })
    await wishes.act(across, said, 'deliver', { note: UNSURE })
    await wishes.act(author, said, 'not_yet', { note: UNSURE })
    const seenBy = (who: typeof author) =>
      Promise.all([note(who, said, 'deliver'), note(who, said, 'not_yet')])
    expect(await seenBy(author)).toEqual([UNSURE, UNSURE])
    expect(await seenBy(across)).toEqual([UNSURE, UNSURE])
    expect(await seenBy(staff)).toEqual([UNSURE, UNSURE])
    expect(await seenBy(neighbour)).toEqual([null, null])
  })

  it.each([
    ['offer', '先转账给我两百块'],
    ['deliver', '跑腿辛苦，发个红包吧'],
  ] as const)('never ask for money: %s', async (act, text) => {
    const said = await wishes.say(author)
    if (act === 'deliver') await wishes.claim(author, across, said)
    await expect(wishes.act(across, said, act, { note: text })).rejects.toThrow('WISH_ASKS_MONEY')
    await wishes.act(across, said, act, { note: '帮好了，不要钱' })
  })

  it('of an earlier helper are not for the next one', async () => {
    const said = await wishes.say(author)
    await wishes.claim(author, across, said)
    await wishes.act(across, said, 'hand_back', { note: UNSURE })
    server.clock.now = new Date('2026-11-18T03:00:00.000Z')
    await wishes.claim(author, neighbour, said)
    expect([await note(author, said, 'hand_back'), await note(neighbour, said, 'hand_back')]).toEqual([
      UNSURE,
      null,
    ])
  })
})
