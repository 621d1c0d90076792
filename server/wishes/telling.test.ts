import { readWishContactEndpoint, type WishView } from '#core/wishes'
import { listContactReadingsEndpoint } from '#core/people'
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
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { wishWords } from './readers'

setWishStage()

/** A moderator finds that neighbours shouldn't read it. */
const hide = ({ communityId, wishId }: WishView) =>
  server.db
    .transaction()
    .execute((tx) => wishWords.setWords(tx, { communityId, id: wishId, state: 'hidden', about: '', at: NOW }))

/** What somebody's inbox says a wish is called: in every message, and in the group they stand in. */
async function namedTo({ personId }: SignedInPerson, { wishId }: WishView): Promise<string[]> {
  const of = (table: 'inbox_items' | 'inbox_groups') =>
    server.db
      .selectFrom(table)
      .select('about')
      .where('person_id', '=', personId)
      .where('subject_id', '=', wishId)
      .execute()
  const rows = [...(await of('inbox_items')), ...(await of('inbox_groups'))]
  return [...new Set(rows.map(({ about }) => about))].sort()
}

describe('a title that a moderator hid', () => {
  it('comes back into nobody’s inbox but its author’s, whatever happens to the wish', async () => {
    const said = await wishes.say(author, { title: '想找人教训楼上那家' })
    await wishes.second(across, said)
    await wishes.claim(author, neighbour, said)
    await hide(said)
    await wishes.act(neighbour, said, 'deliver')
    await wishes.act(author, said, 'not_yet')
    await wishes.act(author, said, 'withdraw')
    // Empty: what was told before it was hidden.
    for (const who of [neighbour, across])
      expect((await namedTo(who, said)).filter(Boolean)).toEqual(['心愿（借东西）'])
    expect(await namedTo(author, said)).toEqual(['想找人教训楼上那家'])
  })

  it('isn’t in the helper’s list of who saw their phone', async () => {
    const said = await wishes.say(author, { title: '想找人教训楼上那家' })
    await wishes.claim(author, neighbour, said)
    await hide(said)
    for (const who of [author, neighbour])
      await server.ok(readWishContactEndpoint, { as: who.token, params: wishes.params(said) })
    const { communityId } = place.community
    const named = async (who: SignedInPerson) =>
      (await server.ok(listContactReadingsEndpoint, { as: who.token, params: { communityId }, query: {} }))
        .items[0]?.about
    expect([await named(neighbour), await named(author)]).toEqual(['心愿（借东西）', '想找人教训楼上那家'])
  })
})
