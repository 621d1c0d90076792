import { listCasesEndpoint, decideCaseEndpoint } from '#core/moderation'
import { searchEndpoint } from '#core/search'
import {
  submitWishEndpoint,
  listWishOriginsEndpoint,
  listMyWishesEndpoint,
  readWishEndpoint,
} from '#core/wishes'
import { writePostEndpoint } from '#core/threads'
import {
  across,
  author,
  head,
  neighbour,
  place,
  server,
  setWishStage,
  staff,
  stranger,
  toldOf,
  wishes,
} from '../../tests/builders/wish-stage'

setWishStage()

const here = () => ({ communityId: place.community.communityId })
const refusal = async (who: typeof author, more: Parameters<typeof wishes.input>[0] = {}) => {
  const { status, body } = await server.call(submitWishEndpoint, {
    as: who.token,
    params: here(),
    body: wishes.input(more),
  })
  return status === 200 ? 'said' : body.code
}

describe('saying a wish', () => {
  it('needs consent, consent to neighbours reading it, and a verified phone', async () => {
    const at = place.community.homeId
    const newcomer = async (options: Parameters<typeof place.person>[1]) => {
      const who = await place.person(undefined, options)
      await server.db
        .insertInto('memberships')
        .values(await membershipOf(who.personId, at))
        .execute()
      return who
    }
    expect(await refusal(await newcomer({ consented: false }))).toBe('CONSENT_REQUIRED')
    const quiet = await newcomer({})
    await server.db
      .deleteFrom('consents')
      .where('person_id', '=', quiet.personId)
      .where('document', '=', 'public_words')
      .execute()
    expect(await refusal(quiet)).toBe('PUBLIC_CONSENT_REQUIRED')
    expect(await refusal(await newcomer({ verified: false }))).toBe('PHONE_REQUIRED')
    expect(await refusal(await newcomer({}))).toBe('said')
  })

  it('is for where one lives; for somebody else their name is kept sealed, with how they agreed', async () => {
    const across = { placeId: place.community.otherBuildingId }
    expect(await refusal(author, across)).toBe('WISH_NEEDS_HOME')
    expect(await refusal(stranger)).toBe('WISH_NEEDS_HOME')
    const forOther = { name: '王奶奶', way: 'in_person' as const, phone: '13800138000' }
    const said = await wishes.say(author, { ...across, forOther })
    expect([said.forOther, said.consent]).toEqual([true, { name: '王奶奶', way: 'in_person' }])
    expect((await wishes.read(neighbour, said)).consent).toBeNull()
    expect((await wishes.read(staff, said)).consent?.name).toBe('王奶奶')
    const { rows } = await server.pool.query<{ row: string }>(
      'select w::text as row from wishes w where wish_id = $1',
      [said.wishId],
    )
    expect(rows[0]?.row).not.toMatch(/王奶奶|13800138000/)
  })

  it.each([
    ['WISH_DAY_WRONG', { wantedBy: '2026-11-17' }],
    ['WISH_DAY_WRONG', { wantedBy: '2027-06-01' }],
    ['WISH_ASKS_MONEY', { text: '请转账给我' }],
    ['PLACE_NOT_HERE', { placeId: '0193a000-0000-7000-8000-000000000000' }],
    ['TEXT_TOO_LONG', { title: '梯'.repeat(61) }],
  ])('answers %s', async (code, more) => {
    expect(await refusal(author, more)).toBe(code)
  })

  it('offers the scopes of where one lives, or of a neighbour’s building', async () => {
    const origins = async (who: typeof author, placeId?: string) =>
      (await server.ok(listWishOriginsEndpoint, { as: who.token, params: here(), query: { placeId } })).items
    expect(await origins(author)).toMatchObject([
      {
        home: true,
        scopes: [{ scope: 'building' }, { scope: 'estate' }, { scope: 'community', name: '甲社区' }],
      },
    ])
    expect(await origins(author, place.community.otherHomeId)).toMatchObject([
      { home: false, placeId: place.community.otherBuildingId },
    ])
    expect(await origins(stranger, place.community.otherHomeId)).toEqual([])
    expect(await origins(head)).toEqual([])
  })
})

describe('words that the check is unsure of', () => {
  const unsure = { title: '想找人教训一下楼上那个傻逼' }
  const waiting = async () => {
    const said = await wishes.say(author, unsure)
    const { items } = await server.ok(listCasesEndpoint, { as: staff.token, params: here(), query: {} })
    const found = items.find(({ target }) => target.id === said.wishId)
    return { said, caseId: found?.caseId ?? '' }
  }
  const decideOn = (caseId: string, decision: 'show' | 'hide', reason?: string) =>
    server.ok(decideCaseEndpoint, {
      as: staff.token,
      params: { ...here(), caseId },
      body: { decision, reason },
    })

  it('wait for a moderator, who publishes the wish', async () => {
    const { said, caseId } = await waiting()
    expect([said.state, said.wordsState]).toEqual(['submitted', 'waiting'])
    expect(
      (await server.call(readWishEndpoint, { as: neighbour.token, params: wishes.params(said) })).status,
    ).toBe(404)
    await decideOn(caseId, 'show')
    expect((await wishes.read(neighbour, said)).state).toBe('published')
    expect(await toldOf(said, author)).toEqual(['words_shown'])
  })

  it('or declines it and says why', async () => {
    const { said, caseId } = await waiting()
    await decideOn(caseId, 'hide', '话里骂人，换个说法再来')
    const declined = await wishes.read(author, said)
    expect([declined.state, declined.declinedReason]).toEqual(['declined', '话里骂人，换个说法再来'])
    expect(await toldOf(said, author)).toEqual(['words_hidden'])
  })

  it('may be withdrawn before anybody looked', async () => {
    const { said, caseId } = await waiting()
    expect((await wishes.act(author, said, 'withdraw')).state).toBe('withdrawn')
    await expect(decideOn(caseId, 'show')).rejects.toThrow('STATE_CHANGED')
  })
})

describe('a published wish', () => {
  it('is found by its words where it was said, and no more once it is withdrawn', async () => {
    const said = await wishes.say(author, { title: '想学葫芦丝' })
    const found = async (who: typeof author) =>
      (await server.ok(searchEndpoint, { as: who.token, params: here(), query: { q: '葫芦丝' } })).items
        .length
    expect([await found(across), await found(author)]).toEqual([1, 1])
    await wishes.act(author, said, 'withdraw')
    expect([await found(across), await found(author)]).toEqual([0, 0])
  })

  it('has a thread whose every word its author hears', async () => {
    const said = await wishes.say(author)
    await server.ok(writePostEndpoint, {
      as: across.token,
      params: { ...here(), subjectKind: 'wish', subjectId: said.wishId },
      body: { text: '我妈也想要' },
    })
    expect(await toldOf(said, author)).toEqual(['thread_reply'])
  })

  it('stands among what one said, and among what one helps with', async () => {
    const said = await wishes.say(author)
    await wishes.act(across, said, 'offer')
    const mine = async (who: typeof author, part: 'said' | 'helping') =>
      (await server.ok(listMyWishesEndpoint, { as: who.token, params: here(), query: { part } })).items.map(
        ({ wishId }) => wishId,
      )
    expect((await mine(author, 'said'))[0]).toBe(said.wishId)
    expect((await mine(across, 'helping'))[0]).toBe(said.wishId)
    expect(await mine(across, 'said')).not.toContain(said.wishId)
  })
})

async function membershipOf(personId: string, homeId: string) {
  const home = await server.db
    .selectFrom('places')
    .selectAll()
    .where('place_id', '=', homeId)
    .executeTakeFirstOrThrow()
  return {
    community_id: home.community_id,
    membership_id: crypto.randomUUID(),
    person_id: personId,
    home_id: homeId,
    home_path: home.path,
    home_name: home.name,
    relation: 'family' as const,
    is_adult: true,
    note: null,
    state: 'confirmed' as const,
    reason: null,
    asked_at: server.clock.now,
    confirmed_at: server.clock.now,
    decided_by: null,
    objector_id: null,
  }
}
