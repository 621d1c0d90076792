import { newId } from '#server/platform/db/index'
import {
  across,
  author,
  neighbour,
  NOW,
  place,
  server,
  setWishStage,
  wishes,
} from '../../tests/builders/wish-stage'

setWishStage()

const later = (minutes: number) => {
  server.clock.now = new Date(NOW.getTime() + minutes * 60_000)
}
const offeredBy = async (who: typeof author, wish: { wishId: string }) => {
  await wishes.act(who, wish, 'offer')
  return (await wishes.read(author, wish)).offers[0]?.offerId
}

describe('an offer', () => {
  it('that was thanked for and declined isn’t made again until the wish is published anew', async () => {
    const said = await wishes.say(author)
    later(1)
    await wishes.act(author, said, 'decline_offer', { offerId: await offeredBy(neighbour, said) })
    expect((await wishes.read(neighbour, said)).acts).not.toContain('offer')
    await expect(wishes.act(neighbour, said, 'offer')).rejects.toThrow('WISH_HELP_NOT_WANTED')
    // Another's is as welcome as ever; once that help ends, so is theirs.
    await wishes.act(author, said, 'accept_offer', { offerId: await offeredBy(across, said) })
    later(2)
    await wishes.act(across, said, 'hand_back')
    later(3)
    expect((await wishes.act(neighbour, said, 'offer')).offered).toBe(true)
  })

  it('of somebody the author doesn’t listen to is refused in the same words', async () => {
    const said = await wishes.say(author)
    await server.db
      .insertInto('person_blocks')
      .values({
        community_id: place.community.communityId,
        blocker_id: author.personId,
        block_id: newId(),
        blocked_id: across.personId,
        shown_as: 'nickname',
        at: NOW,
      })
      .execute()
    expect((await wishes.read(across, said)).acts).toEqual([])
    await expect(wishes.act(across, said, 'offer')).rejects.toThrow('WISH_HELP_NOT_WANTED')
    expect((await wishes.act(neighbour, said, 'offer')).offered).toBe(true)
  })
})
