import { actOnMatterEndpoint, readMatterEndpoint, reportMatterEndpoint } from '#core/matters'
import { actOnWishEndpoint, contactEndsAt, listWishesEndpoint } from '#core/wishes'
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
  volunteer,
  wishes,
} from '../../tests/builders/wish-stage'
import { wishClock } from './clock'

setWishStage()

/** A wish that as many homes want as it takes: a building of three homes asks for two. */
const wantedByMany = async () => {
  const said = await wishes.say(author)
  await wishes.second(neighbour, said)
  await wishes.second(across, said)
  return wishes.read(author, said)
}

describe('我也想要', () => {
  it('counts each home once, never the author’s, and can be taken back', async () => {
    const said = await wishes.say(author)
    const family = await place.resident(place.community.neighbourHomeId)
    const own = await place.resident(place.community.homeId)
    expect((await wishes.second(neighbour, said)).seconds).toBe(1)
    const may = async (who: typeof author) => {
      const { maySecond, mayTakeBackSecond } = await wishes.read(who, said)
      return [maySecond, mayTakeBackSecond]
    }
    // What is offered is what isn't refused.
    expect([await may(neighbour), await may(family), await may(own), await may(across)]).toEqual([
      [false, true],
      [false, false],
      [false, false],
      [true, false],
    ])
    await expect(wishes.second(family, said)).rejects.toThrow('WISH_HOME_SECONDED')
    await expect(wishes.second(own, said)).rejects.toThrow('WISH_OWN_HOME')
    await expect(wishes.second(neighbour, said)).rejects.toThrow('STATE_CHANGED')
    expect((await wishes.takeBack(neighbour, said)).seconds).toBe(0)
    expect((await wishes.second(family, said)).seconds).toBe(1)
  })

  it('is taken back while it waits or is helped with, and not when it is delivered', async () => {
    const said = await wishes.say(author)
    await wishes.second(neighbour, said)
    await wishes.claim(author, across, said)
    expect((await wishes.read(neighbour, said)).mayTakeBackSecond).toBe(true)
    await wishes.act(across, said, 'deliver')
    expect((await wishes.read(neighbour, said)).mayTakeBackSecond).toBe(false)
    await expect(wishes.takeBack(neighbour, said)).rejects.toThrow('STATE_CHANGED')
  })

  it('of all of a family at once counts one home', async () => {
    const said = await wishes.say(author)
    const family = await Promise.all(
      Array.from({ length: 4 }, () => place.resident(place.community.otherHomeId)),
    )
    const answers = await Promise.allSettled(family.map((who) => wishes.second(who, said)))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await wishes.read(author, said)).seconds).toBe(1)
  })

  it('by enough homes is told once to its author and the head of the building', async () => {
    const many = await wantedByMany()
    expect([many.seconds, many.secondsNeeded, many.acts.includes('become_matter')]).toEqual([2, 2, true])
    expect([await toldOf(many, author), await toldOf(many, head)]).toEqual([
      ['wish_many_homes'],
      ['wish_wanted_by_many'],
    ])
  })
})

describe('enough homes while somebody helps', () => {
  it('are told once the help ends: by hand, or by the clock', async () => {
    for (const end of ['hand_back', 'release'] as const) {
      const said = await wishes.say(author)
      await wishes.claim(author, across, said)
      for (const who of [neighbour, across]) await wishes.second(who, said)
      expect(await toldOf(said, head)).toEqual([])
      await wishes.act(end === 'release' ? author : across, said, end)
      expect(await toldOf(said, head)).toEqual(['wish_wanted_by_many'])
      expect(await toldOf(said, author)).toContain('wish_many_homes')
    }
    const said = await wishes.say(author)
    const { claimedAt } = await wishes.claim(author, across, said)
    for (const who of [neighbour, across]) await wishes.second(who, said)
    const dueAt = contactEndsAt(new Date(claimedAt ?? ''))
    const { communityId, wishId } = said
    await wishClock(server.db, { communityId, wishId, act: 'no_contact', dueAt: dueAt.toISOString() }, dueAt)
    expect(await toldOf(said, head)).toEqual(['wish_wanted_by_many'])
  })
})

describe('a wish that many want', () => {
  it('becomes a matter at its author’s word: who wanted it meets it, and each leads to the other', async () => {
    const many = await wantedByMany()
    const merged = await wishes.act(author, many, 'become_matter', { serviceCode: 'stair_lamp' })
    expect([merged.state, merged.mergedInto?.kind]).toEqual(['merged', 'matter'])
    const params = { communityId: many.communityId, matterId: merged.mergedInto?.id ?? '' }
    const matter = await server.ok(readMatterEndpoint, { as: across.token, params })
    expect([matter.title, matter.joined, matter.joinedHomes, matter.fromWishId]).toEqual([
      many.title,
      true,
      2,
      many.wishId,
    ])
    expect(await toldOf(many, neighbour)).toEqual(['wish_news'])
    const mine = await server.ok(readMatterEndpoint, { as: author.token, params })
    expect([mine.mine, mine.fromWishId]).toEqual([true, many.wishId])
  })

  it('doesn’t become a private matter, nor one too early', async () => {
    const many = await wantedByMany()
    await expect(wishes.act(author, many, 'become_matter', { serviceCode: 'legal_advice' })).rejects.toThrow(
      'MERGE_NOT_POSSIBLE',
    )
    // Nobody reports a shop at a building.
    await expect(wishes.act(author, many, 'become_matter', { serviceCode: 'shop' })).rejects.toThrow(
      'MERGE_NOT_POSSIBLE',
    )
    expect((await wishes.read(author, many)).state).toBe('published')
    const few = await wishes.say(author)
    await expect(wishes.act(author, few, 'become_matter', { serviceCode: 'stair_lamp' })).rejects.toThrow(
      'WISH_SECONDS_MISSING',
    )
  })

  it('becomes one, too, where staff or a volunteer said it for a neighbour', async () => {
    for (const speaker of [staff, volunteer]) {
      const said = await wishes.say(speaker, { forOther: { name: '王奶奶', way: 'in_person' } })
      for (const who of [neighbour, across]) await wishes.second(who, said)
      const merged = await wishes.act(speaker, said, 'become_matter', { serviceCode: 'stair_lamp' })
      expect([merged.state, merged.mergedInto?.kind]).toEqual(['merged', 'matter'])
      const params = { communityId: said.communityId, matterId: merged.mergedInto?.id ?? '' }
      const matter = await server.ok(readMatterEndpoint, { as: speaker.token, params })
      expect([matter.mine, matter.joinedHomes]).toEqual([true, 2])
    }
    const report = await server.call(reportMatterEndpoint, {
      as: volunteer.token,
      params: { communityId: place.community.communityId },
      body: { placeId: place.community.buildingId, serviceCode: 'stair_lamp', title: '灯不亮' },
    })
    expect(report.body.code).toBe('REPORT_NEEDS_PLACE')
  })

  it('becomes one when the head asks and its author agrees', async () => {
    const many = await wantedByMany()
    const asked = await wishes.act(head, many, 'ask_merge', { into: { kind: 'matter' }, note: '一起办省事' })
    expect(asked.proposal).toMatchObject({
      kind: 'matter',
      id: null,
      reason: '一起办省事',
      byName: '赵大爷（楼栋长）',
    })
    expect((await wishes.read(neighbour, many)).proposal).toBeNull()
    await expect(
      wishes.act(staff, many, 'ask_merge', { into: { kind: 'matter' }, note: '同上' }),
    ).rejects.toThrow('WISH_MERGE_ASKED')
    const merged = await wishes.act(author, many, 'agree_merge', { serviceCode: 'stair_lamp' })
    expect(merged.state).toBe('merged')
  })

  it('is merged into a matter that is open, and into no other', async () => {
    const { communityId, buildingId } = place.community
    const matter = await server.ok(reportMatterEndpoint, {
      as: across.token,
      params: { communityId },
      body: { placeId: buildingId, serviceCode: 'stair_lamp', title: '楼道灯不亮' },
    })
    const said = await wishes.say(author)
    const into = { kind: 'matter' as const, id: matter.matterId }
    await wishes.act(staff, said, 'ask_merge', { into, note: '是同一件事' })
    expect((await wishes.act(author, said, 'refuse_merge')).proposal).toBeNull()
    await wishes.act(staff, said, 'ask_merge', { into, note: '是同一件事' })
    await server.ok(actOnMatterEndpoint, {
      as: across.token,
      params: { communityId, matterId: matter.matterId },
      body: { act: 'withdraw', revision: matter.revision },
    })
    await expect(wishes.act(author, said, 'agree_merge')).rejects.toThrow('MERGE_NOT_POSSIBLE')
    expect((await wishes.read(author, said)).state).toBe('published')
  })
})

describe('two wishes that are one', () => {
  it('are merged with the author’s consent: everybody behind the one goes to the other', async () => {
    const one = await wishes.say(author, { title: '想借人字梯' })
    const other = await wishes.say(across, { placeId: place.community.otherBuildingId, title: '借梯子' })
    await wishes.second(neighbour, one)
    await wishes.act(staff, one, 'ask_merge', { into: { kind: 'wish', id: other.wishId }, note: '是一样的' })
    expect((await wishes.read(author, one)).proposal?.title).toBe('借梯子')
    const merged = await wishes.act(author, one, 'agree_merge')
    expect([merged.state, merged.mergedInto]).toEqual(['merged', { kind: 'wish', id: other.wishId }])
    expect((await wishes.read(across, other)).seconds).toBe(2)
    expect([await toldOf(one, neighbour), await toldOf(other, across)]).toEqual([
      ['wish_news'],
      ['wish_news', 'wish_many_homes'],
    ])
  })

  it('are offered to who asks only where the one reaches as far as the other', async () => {
    const [toBuilding, toEstate, toAll] = await Promise.all(
      (['building', 'estate', 'community'] as const).map((scope) => wishes.say(author, { scope })),
    )
    const elsewhere = await wishes.say(across, {
      placeId: place.community.otherBuildingId,
      scope: 'building',
    })
    const offeredTo = async (who: typeof author, mergeOf: string) => {
      const { items } = await server.ok(listWishesEndpoint, {
        as: who.token,
        params: { communityId: place.community.communityId },
        query: { mergeOf },
      })
      return [toBuilding, toEstate, toAll, elsewhere].map((one) =>
        items.some(({ wishId }) => wishId === one?.wishId),
      )
    }
    expect(await offeredTo(staff, toBuilding?.wishId ?? '')).toEqual([false, true, true, false])
    expect(await offeredTo(staff, toEstate?.wishId ?? '')).toEqual([false, false, true, false])
    expect(await offeredTo(head, toBuilding?.wishId ?? '')).toEqual([false, true, true, false])
    await expect(offeredTo(neighbour, toEstate?.wishId ?? '')).rejects.toThrow('NOT_ALLOWED')
    await expect(offeredTo(staff, place.community.buildingId)).rejects.toThrow('NOT_FOUND')
  })

  it('never bring somebody to one that was said to fewer', async () => {
    const one = await wishes.say(author)
    const narrow = await wishes.say(neighbour, { scope: 'building' })
    const into = { kind: 'wish' as const, id: narrow.wishId }
    await expect(wishes.act(staff, one, 'ask_merge', { into, note: '一样' })).rejects.toThrow(
      'MERGE_NOT_POSSIBLE',
    )
    const wide = { kind: 'wish' as const, id: one.wishId }
    expect((await wishes.act(staff, narrow, 'ask_merge', { into: wide, note: '一样' })).proposal?.id).toBe(
      one.wishId,
    )
  })

  it('into each other at the same moment end as one', async () => {
    const one = await wishes.say(author)
    const other = await wishes.say(across, { placeId: place.community.otherBuildingId })
    await wishes.act(staff, one, 'ask_merge', { into: { kind: 'wish', id: other.wishId }, note: '一样' })
    await wishes.act(staff, other, 'ask_merge', { into: { kind: 'wish', id: one.wishId }, note: '一样' })
    const agree = async (who: typeof author, wish: typeof one) =>
      (
        await server.call(actOnWishEndpoint, {
          as: who.token,
          params: wishes.params(wish),
          body: { act: 'agree_merge', revision: (await wishes.read(who, wish)).revision },
        })
      ).status
    const answers = await Promise.all([agree(author, one), agree(across, other)])
    expect(answers.sort()).toEqual([200, 409])
    const states = [(await wishes.read(author, one)).state, (await wishes.read(across, other)).state]
    expect(states.sort()).toEqual(['merged', 'published'])
  })
})
