import { actOnVoteEndpoint, answerObjectionEndpoint, listVotesEndpoint, readVoteEndpoint } from '#core/votes'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import {
  atTime,
  committee,
  head,
  neighbour,
  OPENS_AT,
  place,
  resident,
  server,
  setVoteStage,
  staff,
  votes,
} from '../../tests/builders/vote-stage'

setVoteStage()

const seen = ({ token }: SignedInPerson, vote: { voteId: string }) =>
  server.call(readVoteEndpoint, { as: token, params: votes.params(vote) })
const post = async ({ token }: SignedInPerson, vote: { voteId: string; revision: number }) =>
  (
    await server.call(actOnVoteEndpoint, {
      as: token,
      params: votes.params(vote),
      body: { act: 'give_notice', revision: vote.revision },
    })
  ).body

describe('a draft', () => {
  it('that was given up stays its convener’s alone, like any draft; one given up in public is told of', async () => {
    const draft = await votes.draft(head)
    await votes.act(head, draft, 'withdraw', { note: '不办了' })
    expect([(await seen(head, draft)).status, (await seen(resident, draft)).status]).toEqual([200, 404])
    const posted = await votes.notice(head)
    await votes.act(head, posted, 'withdraw', { note: '不办了' })
    expect((await seen(resident, posted)).body.state).toBe('withdrawn')
    const { items } = await server.ok(listVotesEndpoint, {
      as: resident.token,
      params: { communityId: place.community.communityId },
      query: { list: 'over' },
    })
    expect(items.map(({ voteId }) => voteId)).toEqual([posted.voteId])
  })

  it('is posted by nobody whose office has ended since', async () => {
    const former = await place.inOffice('building_head', place.community.buildingId)
    const draft = await votes.draft(former)
    await server.db
      .updateTable('role_grants')
      .set({ state: 'ended' })
      .where('person_id', '=', former.personId)
      .execute()
    expect((await post(former, draft)).code).toBe('NOT_ALLOWED')
  })

  it('of the residents’ committee for owners is not posted once an owners’ committee is in office', async () => {
    const draft = await votes.draft(committee, {
      placeId: place.community.estateId,
      electorate: 'owners',
      items: [{ subject: 'owners_other', title: '同意吗' }],
      opensOn: '2026-12-10',
      closesOn: '2026-12-20',
    })
    await place.inOffice('owners_committee', place.community.estateId)
    expect((await post(committee, draft)).code).toBe('VOTE_NOT_YOURS_TO_CONVENE')
  })
})

it('an objection that nobody answered outlives a notice that is taken back, and holds the next opening', async () => {
  const posted = await votes.notice(head)
  const { objectionId } = await votes.object(neighbour, posted)
  await votes.act(head, posted, 'revise', { note: '日子写错了' })
  const again = await votes.act(head, posted, 'give_notice')
  expect(again.objections).toMatchObject({ roll: 1, rollOpen: 1 })
  await atTime(OPENS_AT, again, 'open')
  expect((await seen(head, again)).body.state).toBe('notice')
  await server.ok(answerObjectionEndpoint, {
    as: staff.token,
    params: { ...votes.params(again), objectionId },
    body: { decision: 'dismissed', answer: '核对过了' },
  })
  await atTime(OPENS_AT, again, 'open')
  expect((await seen(head, again)).body.state).toBe('open')
})
