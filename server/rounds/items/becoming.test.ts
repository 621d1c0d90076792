import { reportMatterEndpoint, type MatterView } from '#core/matters'
import { changeItemEndpoint, linkItemEndpoint, type ItemView } from '#core/rounds'
import { submitWishEndpoint, type WishView } from '#core/wishes'
import { createVoteEndpoint, type VoteView } from '#core/votes'
import type { InputOf } from '#core/contract'
import { anItem, doItemAct, itemParams, readItemBy } from '../../../tests/builders/items'
import type { SignedInPerson } from '../../../tests/builders/neighbourhood'
import {
  across,
  aRound,
  head,
  neighbour,
  place,
  resident,
  server,
  setRoundStage,
  staff,
  stranger,
  toldOfRound,
} from '../../../tests/builders/round-stage'
import { aTopic } from '../../../tests/builders/topics'

setRoundStage()

const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code
const here = () => ({ communityId: place.community.communityId })
const inAction = () => aRound({ state: 'action' })

const tryReport = (by: SignedInPerson, { itemId }: Pick<ItemView, 'itemId'>) =>
  server.call(reportMatterEndpoint, {
    as: by.token,
    params: here(),
    body: { placeId: place.community.buildingId, serviceCode: 'stair_lamp', title: '装两张长椅', itemId },
  })
const tryWish = (by: SignedInPerson, { itemId }: Pick<ItemView, 'itemId'>) =>
  server.call(submitWishEndpoint, {
    as: by.token,
    params: here(),
    body: {
      placeId: place.community.buildingId,
      scope: 'building',
      kind: 'lend',
      title: '借一把电钻装长椅',
      itemId,
    },
  })
const tryVote = (by: SignedInPerson, { itemId }: Pick<ItemView, 'itemId'>) =>
  server.call(createVoteEndpoint, {
    as: by.token,
    params: here(),
    body: {
      placeId: place.community.buildingId,
      electorate: 'homes',
      title: '长椅装在哪边',
      text: '装在楼道口两边',
      items: [{ subject: 'homes_other', title: '装在楼道口两边' }],
      opensOn: '2026-11-22',
      closesOn: '2026-11-28',
      itemId,
    },
  })
const countMatters = async () =>
  (await server.db.selectFrom('matters').select('matter_id').where('title', '=', '装两张长椅').execute())
    .length

/** What a resident took on. */
const taken = async () => anItem(resident, await inAction(), { takesOn: true })

describe('an item becomes something else in one step', () => {
  it('a matter: both lead to one another, and it stands in the history of the item', async () => {
    const item = await taken()
    const { status, body } = await tryReport(resident, item)
    expect(status).toBe(200)
    const { matterId } = body as MatterView
    const linked = await readItemBy(neighbour, item)
    expect(linked).toMatchObject({
      link: { kind: 'matter', id: matterId },
      chain: { to: [{ kind: 'matter', id: matterId }] },
      revision: item.revision + 1,
    })
    expect(linked.steps.map(({ act }) => act)).toEqual(['write', 'link'])
  })

  it('a wish, by who took it on; a vote, by who convenes', async () => {
    const wished = await taken()
    const { wishId } = (await tryWish(resident, wished)).body as WishView
    expect(await readItemBy(resident, wished)).toMatchObject({ link: { kind: 'wish', id: wishId } })
    const decided = await anItem(head, await inAction())
    const { voteId } = (await tryVote(head, decided)).body as VoteView
    // A draft is its convener's alone.
    expect((await readItemBy(head, decided)).chain?.to).toMatchObject([{ kind: 'vote', id: voteId }])
    expect((await readItemBy(resident, decided)).chain?.to).toEqual([])
  })

  it('by who handles it alone, and where refused nothing is made', async () => {
    const item = await taken()
    const before = await countMatters()
    expect(codeOf(await tryReport(neighbour, item))).toBe('NOT_ALLOWED')
    expect(codeOf(await tryReport(across, item))).toBe('NOT_FOUND')
    expect(codeOf(await tryReport(resident, { itemId: place.community.homeId }))).toBe('NOT_FOUND')
    const elsewhere = await server.call(reportMatterEndpoint, {
      as: stranger.token,
      params: { communityId: place.otherCommunity.communityId },
      body: {
        placeId: place.otherCommunity.buildingId,
        serviceCode: 'stair_lamp',
        title: '装两张长椅',
        itemId: item.itemId,
      },
    })
    expect(codeOf(elsewhere)).toBe('NOT_FOUND')
    const done = await doItemAct(resident, item, 'finish', '装好了')
    expect(codeOf(await tryReport(resident, done))).toBe('STATE_CHANGED')
    expect(await countMatters()).toBe(before)
  })

  it('once: of two at once one is told that it changed, and made nothing', async () => {
    const item = await taken()
    const before = await countMatters()
    const answers = await Promise.all([tryReport(resident, item), tryReport(resident, item)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await countMatters()).toBe(before + 1)
  })
})

describe('an item is linked to what is there already', () => {
  const link = (by: SignedInPerson, item: ItemView, id: string, kind: 'matter' | 'vote' = 'matter') =>
    server.call(linkItemEndpoint, {
      as: by.token,
      params: itemParams(item),
      body: { revision: item.revision, kind, id },
    })

  it('that who links it may read, as it stands now', async () => {
    const made = (await tryReport(resident, await taken())).body as MatterView
    const item = await taken()
    const answers = await Promise.all([
      link(resident, item, made.matterId),
      link(resident, item, made.matterId),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const { voteId } = (await tryVote(head, await anItem(head, await inAction()))).body as VoteView
    const other = await taken()
    expect(codeOf(await link(resident, other, voteId, 'vote'))).toBe('ITEM_LINK_WRONG')
    expect(codeOf(await link(neighbour, other, made.matterId))).toBe('NOT_ALLOWED')
    expect(codeOf(await link(across, other, made.matterId))).toBe('NOT_FOUND')
  })
})

describe('an item is changed', () => {
  type Body = InputOf<(typeof changeItemEndpoint)['body']>
  const change = (by: SignedInPerson, item: ItemView, more: Partial<Body> = {}) =>
    server.call(changeItemEndpoint, {
      as: by.token,
      params: itemParams(item),
      body: {
        revision: item.revision,
        title: item.title,
        promise: item.promise,
        dueOn: item.dueOn,
        ownerKind: item.ownerKind,
        ...more,
      },
    })

  it('and who took on what was promised before is asked again; what was promised stays on record', async () => {
    const item = await doItemAct(resident, await anItem(head, await inAction()), 'accept')
    const { body } = await change(head, item, { promise: '装四张长椅' })
    expect(body).toMatchObject({ taken: false, ownerName: null, promise: '装四张长椅' })
    const last = (body as ItemView).steps[2]
    expect(last).toMatchObject({ act: 'change', byName: '赵大爷（楼栋长）' })
    expect(last?.note).toContain('长椅装在楼前，够四个人坐')
    expect(await toldOfRound({ roundId: item.itemId }, resident)).toEqual(['item_asked'])
    expect((await readItemBy(resident, item)).acts).toEqual(['accept'])
  })

  it('by who took it on themselves, or in what binds nobody: it stays theirs', async () => {
    const mine = await taken()
    expect((await change(resident, mine, { dueOn: '2026-12-05' })).body).toMatchObject({ taken: true })
    const round = await aRound()
    const topic = await aTopic(resident, round)
    await server.db
      .updateTable('rounds')
      .set({ state: 'action' })
      .where('round_id', '=', round.roundId)
      .execute()
    const item = await doItemAct(resident, await anItem(head, round), 'accept')
    expect((await change(head, item, { topicId: topic.topicId })).body).toMatchObject({
      taken: true,
      topicId: topic.topicId,
    })
  })

  it('by its writer or who convenes, as they saw it', async () => {
    const item = await taken()
    expect(codeOf(await change(neighbour, item))).toBe('NOT_ALLOWED')
    for (const one of [across, stranger]) expect((await change(one, item)).status).toBe(404)
    expect(codeOf(await change(staff, item))).toBe('NOT_ALLOWED')
    const answers = await Promise.all([change(resident, item), change(head, item)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})
