import {
  checkRollEndpoint,
  createVoteEndpoint,
  listRollEndpoint,
  listVotesEndpoint,
  readVoteEndpoint,
  type VoteView,
} from '#core/votes'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import {
  across,
  atTime,
  committee,
  head,
  neighbour,
  NOW,
  OPENS_AT,
  place,
  resident,
  secretary,
  server,
  setVoteStage,
  staff,
  tellAll,
  toldOf,
  votes,
} from '../../tests/builders/vote-stage'

setVoteStage()

const drafting = (by: SignedInPerson, more: Parameters<typeof votes.input>[0]) =>
  server.call(createVoteEndpoint, {
    as: by.token,
    params: { communityId: place.community.communityId },
    body: votes.input(more),
  })

const acting = async (by: SignedInPerson, vote: VoteView, act: 'give_notice' | 'revise', note?: string) => {
  try {
    return (await votes.act(by, vote, act, { note })).state
  } catch (error) {
    return /"code":"(\w+)"/.exec(String(error))?.[1]
  }
}

describe('a draft', () => {
  it('is its convener’s alone', async () => {
    const draft = await votes.draft(head)
    for (const other of [resident, committee, staff, secretary])
      expect(
        (await server.call(readVoteEndpoint, { as: other.token, params: votes.params(draft) })).status,
      ).toBe(404)
    const list = (by: SignedInPerson) =>
      server.ok(listVotesEndpoint, {
        as: by.token,
        params: { communityId: place.community.communityId },
        query: { list: 'drafts' },
      })
    expect((await list(head)).items.map(({ voteId }) => voteId)).toContain(draft.voteId)
    expect((await list(resident)).items).toEqual([])
  })

  it('is convened by who may, about what those decide', async () => {
    const { buildingId, communityId, homeId, otherBuildingId } = place.community
    const code = async (by: SignedInPerson, more: Parameters<typeof votes.input>[0]) =>
      (await drafting(by, more)).body.code
    const item = (subject: never) => ({ items: [{ subject, title: '定什么' }] })
    expect(await code(resident, {})).toBe('NOT_ALLOWED')
    expect(await code(head, { placeId: otherBuildingId })).toBe('NOT_ALLOWED')
    expect(await code(head, { placeId: homeId })).toBe('PLACE_KIND_WRONG')
    expect(await code(committee, { placeId: buildingId })).toBe('VOTE_NOT_YOURS_TO_CONVENE')
    expect(await code(committee, { placeId: communityId })).toBeUndefined()
    expect(await code(head, item('fund_use' as never))).toBe('VOTE_SUBJECT_WRONG')
    expect(await code(head, item('council' as never))).toBe('VOTE_SECRET_LATER')
    expect(await code(head, { electorate: 'residents', ...item('residents_committee' as never) })).toBe(
      'VOTE_STATUTORY_ELECTION',
    )
    expect(await code(head, { electorate: 'owners', ...item('home_to_business' as never) })).toBe(
      'VOTE_APPLICANT_WRONG',
    )
    expect(await code(head, { closesOn: '2026-11-21' })).toBe('VOTE_DAYS_WRONG')
    expect(await code(head, { closesOn: '2027-01-22' })).toBe('VOTE_DAYS_WRONG')
    const poll = (options: string[], maxChoices?: number) => ({
      items: [{ subject: 'poll_homes' as const, title: '喜欢哪个颜色', options, maxChoices }],
    })
    expect(await code(head, poll(['红']))).toBe('VOTE_OPTIONS_WRONG')
    expect(await code(head, poll(['红', '红']))).toBe('VOTE_OPTIONS_WRONG')
    expect(await code(head, poll(['红', '绿'], 3))).toBe('VOTE_OPTIONS_WRONG')
    expect(await code(head, poll(['红', '绿'], 2))).toBeUndefined()
  })

  it('binds as the law of the place says; what a head asks owners is a sounding', async () => {
    const owners = {
      electorate: 'owners' as const,
      items: [{ subject: 'fund_use' as const, title: '修屋顶' }],
    }
    expect((await votes.draft(head, owners)).binding).toBe('advisory')
    expect((await votes.draft(committee, { ...owners, placeId: place.community.estateId })).binding).toBe(
      'advisory',
    )
    server.parts.jurisdictionProfile = 'binding'
    expect((await votes.draft(head, owners)).binding).toBe('advisory')
    expect((await votes.draft(committee, { ...owners, placeId: place.community.estateId })).binding).toBe(
      'binding',
    )
    server.parts.jurisdictionProfile = 'advisory'
  })

  it('of owners is the committee’s to convene once there is one', async () => {
    const owners = {
      electorate: 'owners' as const,
      items: [{ subject: 'fund_use' as const, title: '修屋顶' }],
    }
    const { estateId } = place.community
    const holder = await place.inOffice('owners_committee', estateId, { name: '业委会' })
    expect((await drafting(committee, { ...owners, placeId: estateId })).body.code).toBe(
      'VOTE_NOT_YOURS_TO_CONVENE',
    )
    expect((await drafting(holder, { ...owners, placeId: estateId })).status).toBe(200)
    await server.db.deleteFrom('role_grants').where('person_id', '=', holder.personId).execute()
  })
})

describe('a notice', () => {
  it('leaves its days, shows clean words, and freezes them', async () => {
    expect(await acting(head, await votes.draft(head, { opensOn: '2026-11-21' }), 'give_notice')).toBe(
      'VOTE_NOTICE_TOO_SHORT',
    )
    const whole = { placeId: place.community.communityId, opensOn: '2026-11-28', closesOn: '2026-12-05' }
    expect(await acting(committee, await votes.draft(committee, whole), 'give_notice')).toBe(
      'VOTE_NOTICE_TOO_SHORT',
    )
    expect(
      await acting(
        committee,
        await votes.draft(committee, { ...whole, opensOn: '2026-11-29' }),
        'give_notice',
      ),
    ).toBe('notice')
    expect(
      await acting(head, await votes.draft(head, { text: '不懂的打 13812345678 问我' }), 'give_notice'),
    ).toBe('VOTE_WORDS_REFUSED')
  })

  it('changes by being taken back, and starts again under another hash', async () => {
    const posted = await votes.notice(head)
    await tellAll(posted)
    expect(await acting(head, posted, 'revise')).toBe('REASON_REQUIRED')
    const draft = await votes.act(head, posted, 'revise', { note: '车位画错地方了' })
    expect(draft).toMatchObject({ state: 'draft', roll: null, noticeSha256: null })
    await tellAll(posted)
    const again = await votes.act(head, posted, 'give_notice')
    expect(again.noticeSha256).not.toBe(posted.noticeSha256)
    expect(await toldOf(posted, resident)).toEqual(['vote_notice', 'vote_revised'])
    await tellAll(posted)
    expect(await toldOf(posted, resident)).toEqual(['vote_notice', 'vote_revised', 'vote_notice'])
    expect(await toldOf(posted, across)).toEqual([])
  })

  it('is refused while the roll has nobody, and a vacancy is no home where somebody lives', async () => {
    const { homeId, neighbourHomeId } = place.community
    const draft = await votes.draft(head, { vacantHomeIds: [homeId, neighbourHomeId] })
    const check = await server.ok(checkRollEndpoint, { as: head.token, params: votes.params(draft) })
    // Both have members: nobody can declare a neighbour away.
    expect(check).toMatchObject({ roll: { persons: 2 }, vacant: 0, problems: [] })
    await server.db
      .updateTable('memberships')
      .set({ state: 'left', ended_at: NOW })
      .where('home_id', '=', neighbourHomeId)
      .execute()
    expect(await server.ok(checkRollEndpoint, { as: head.token, params: votes.params(draft) })).toMatchObject(
      { roll: { persons: 1 }, vacant: 1 },
    )
    const posted = await votes.act(head, draft, 'give_notice')
    const { items } = await server.ok(listRollEndpoint, { as: resident.token, params: votes.params(posted) })
    expect(items.map(({ leftOut }) => leftOut)).toEqual([null, 'vacant'])
    await server.db
      .updateTable('memberships')
      .set({ state: 'confirmed', ended_at: null })
      .where('person_id', '=', neighbour.personId)
      .execute()
  })

  it('may be given up until the opening, with a reason', async () => {
    const posted = await votes.notice(head)
    expect(await votes.act(head, posted, 'withdraw', { note: '大家已经说好了' })).toMatchObject({
      state: 'withdrawn',
    })
    const other = await votes.notice(head)
    await atTime(OPENS_AT, other, 'open')
    await expect(votes.act(head, other, 'withdraw', { note: '不办了' })).rejects.toThrow('STATE_CHANGED')
  })
})
