import { actOnWishEndpoint } from '#core/wishes'
import { readTopicEndpoint } from '#core/rounds'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import {
  across,
  author,
  head,
  neighbour,
  place,
  server,
  setWishStage,
  staff,
  toldOf,
  wishes,
} from '../../tests/builders/wish-stage'

setWishStage()

/** Of the three homes of the estate the author's own isn't counted; two are enough. */
async function aWantedWish() {
  const wish = await wishes.say(author, { title: '教大家用手机挂号' })
  await wishes.second(neighbour, wish)
  await wishes.second(across, wish)
  return wishes.read(author, wish)
}

const topicOf = (who: SignedInPerson, topicId: string) =>
  server.ok(readTopicEndpoint, {
    as: who.token,
    params: { communityId: place.community.communityId, topicId },
  })

describe('a wish that enough homes have becomes a topic', () => {
  it('by its author: every home goes along, once, and each points at the other', async () => {
    const wish = await aWantedWish()
    expect(wish.acts).toContain('become_topic')
    const merged = await wishes.act(author, wish, 'become_topic')
    expect(merged).toMatchObject({ state: 'merged', mergedInto: { kind: 'topic' } })
    const topic = await topicOf(neighbour, merged.mergedInto?.id ?? '')
    expect(topic).toMatchObject({
      title: '教大家用手机挂号',
      seconds: 3,
      seconded: true,
      round: null,
      chain: { from: [{ kind: 'wish', id: wish.wishId, title: '教大家用手机挂号' }] },
      placeId: place.community.estateId,
    })
    expect(topic.metAt).not.toBeNull()
    for (const one of [neighbour, across]) expect(await toldOf(wish, one)).toContain('wish_news')
  })

  it('asked for by the head, with the author’s consent', async () => {
    const wish = await aWantedWish()
    await wishes.act(head, wish, 'ask_merge', { note: '一起谈谈怎么办', into: { kind: 'topic' } })
    expect((await wishes.read(author, wish)).proposal).toMatchObject({ kind: 'topic', id: null })
    const merged = await wishes.act(author, wish, 'agree_merge')
    expect((await topicOf(across, merged.mergedInto?.id ?? '')).seconds).toBe(3)
  })

  it('or goes into one that waits already, no home counted twice', async () => {
    const first = await wishes.act(author, await aWantedWish(), 'become_topic')
    const topicId = first.mergedInto?.id ?? ''
    const wish = await wishes.say(neighbour, { title: '挂号怎么用手机' })
    await wishes.act(staff, wish, 'ask_merge', { note: '是一回事', into: { kind: 'topic', id: topicId } })
    expect((await wishes.read(neighbour, wish)).proposal).toMatchObject({ title: '教大家用手机挂号' })
    expect(await wishes.act(neighbour, wish, 'agree_merge')).toMatchObject({
      mergedInto: { kind: 'topic', id: topicId },
    })
    expect((await topicOf(across, topicId)).seconds).toBe(3)
  })

  it('not before enough homes want it', async () => {
    const wish = await wishes.say(author)
    const { revision } = await wishes.read(author, wish)
    const answer = await server.call(actOnWishEndpoint, {
      as: author.token,
      params: wishes.params(wish),
      body: { act: 'become_topic', revision },
    })
    expect(answer.body).toMatchObject({ code: 'WISH_SECONDS_MISSING' })
  })
})
