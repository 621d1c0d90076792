import {
  actOnVoteEndpoint,
  castBallotEndpoint,
  cedeBallotEndpoint,
  changeVoteEndpoint,
  checkRollEndpoint,
  createVoteEndpoint,
  listByUnitEndpoint,
  listDeliveriesEndpoint,
  listEnvelopesEndpoint,
  listEnvelopesToKeyEndpoint,
  listMissingEndpoint,
  listMyBallotsEndpoint,
  listObjectionsEndpoint,
  listProxiesEndpoint,
  listRollEndpoint,
  listTellerCandidatesEndpoint,
  listVotePlacesEndpoint,
  listVotesEndpoint,
  listVoteUnitsEndpoint,
  objectEndpoint,
  readBulletinEndpoint,
  readVoteEndpoint,
} from '#core/votes'
import { tellUntoldVotes, tellVote, voteClock } from '#server/votes/index'
import { officerOf, placeOf, voteOf } from '../builders/big-district'
import { freezeAgain } from '../api/many-votes'
import { CONTACT_BOX } from '../builders/contact-box'
import { asEach, type AreaPlans, type Seen } from './look'

/** The head's votes, as tests/builders/big-district/votes.ts makes them; the open ones are convened for the residents' committee. */
const VOTES = { open: 1, ending: 2, draft: 3, 'draft of owners': 4, notice: 5, counting: 6 } as const

const the = ({ params, community }: Seen, which: keyof typeof VOTES) => ({
  ...params,
  voteId: voteOf(community, VOTES[which]),
})

const READERS = { 'where I live': 'resident', 'where I am in office': 'staff' } as const

const drafted = ({ community }: Seen) => ({
  placeId: placeOf(community, 2),
  electorate: 'homes' as const,
  title: '楼道里能不能放自行车',
  text: '画两个车位',
  items: [{ subject: 'shared_space' as const, title: '同意吗' }],
  opensOn: '2026-11-23',
  closesOn: '2026-11-28',
})

/** The vote that is about to end, as its clock goes on. */
async function end(seen: Seen): Promise<void> {
  const { db, now } = seen
  const job = the(seen, 'ending')
  const { closes_at: closesAt } = await db
    .selectFrom('votes')
    .select('closes_at')
    .where('community_id', '=', job.communityId)
    .where('vote_id', '=', job.voteId)
    .executeTakeFirstOrThrow()
  const dueAt = closesAt.toISOString()
  await voteClock(db, CONTACT_BOX, { ...job, act: 'count', dueAt }, new Date(now.getTime() + 2 * 86_400_000))
}

export const votePlans: AreaPlans = {
  reads: {
    ...asEach(
      READERS,
      (who) => `votes under way ${who}`,
      ({ pages, params }, person) => pages(listVotesEndpoint, person, { params, query: { list: 'current' } }),
    ),
    ...asEach(
      READERS,
      (who) => `votes that are over ${who}`,
      ({ pages, params }, person) => pages(listVotesEndpoint, person, { params, query: { list: 'over' } }),
    ),
    'votes I am writing': ({ pages, params, head }) =>
      pages(listVotesEndpoint, head, { params, query: { list: 'drafts' } }),
    'where I convene votes': ({ ok, params, head }) =>
      ok(listVotePlacesEndpoint, head, { params, query: {} }),
    'whether I convene votes there': ({ ok, params, head, community }) =>
      ok(listVotePlacesEndpoint, head, { params, query: { placeId: placeOf(community, 10) } }),
    'homes that may become a business': ({ pages, params, head, community }) =>
      pages(listVoteUnitsEndpoint, head, { params, query: { placeId: placeOf(community, 2) } }),
    'a vote': (seen) => seen.ok(readVoteEndpoint, seen.resident, { params: the(seen, 'open') }),
    'a roll': (seen) => seen.pages(listRollEndpoint, seen.resident, { params: the(seen, 'open'), query: {} }),
    'who has not voted': (seen) =>
      seen.pages(listMissingEndpoint, seen.committee, { params: the(seen, 'open'), query: {} }),
    'envelopes of a vote': (seen) =>
      seen.pages(listEnvelopesEndpoint, seen.committee, { params: the(seen, 'open'), query: {} }),
    'envelopes to key in': (seen) =>
      seen.pages(listEnvelopesToKeyEndpoint, seen.staff, { params: the(seen, 'counting'), query: {} }),
    'who may count': ({ ok, params, head, community }) =>
      ok(listTellerCandidatesEndpoint, head, { params, query: { placeId: placeOf(community, 2) } }),
    'a vote in which silence counts': (seen) =>
      seen.ok(readVoteEndpoint, seen.resident, { params: the(seen, 'notice') }),
    'whom a ballot did not reach': (seen) =>
      seen.pages(listDeliveriesEndpoint, officerOf(seen.community, 'committee'), {
        params: the(seen, 'notice'),
        query: { list: 'missing' },
      }),
    'proxies to check': (seen) =>
      seen.pages(listProxiesEndpoint, seen.staff, { params: the(seen, 'open'), query: { list: 'waiting' } }),
    'proxies of mine': (seen) =>
      seen.pages(listProxiesEndpoint, seen.resident, { params: the(seen, 'open'), query: {} }),
    'objections to a vote': (seen) =>
      seen.pages(listObjectionsEndpoint, seen.resident, { params: the(seen, 'notice'), query: {} }),
    'what the roll of homes would be': (seen) =>
      seen.ok(checkRollEndpoint, seen.head, { params: the(seen, 'draft') }),
    'what the roll of owners would be': (seen) =>
      seen.ok(checkRollEndpoint, seen.head, { params: the(seen, 'draft of owners') }),
  },
  once: {
    'votes that are not told yet': ({ db, now }) => tellUntoldVotes(db, now),
  },
  writes: {
    'writing, posting and withdrawing a vote': async (seen) => {
      const { db, now, ok, params, head } = seen
      const made = await ok(createVoteEndpoint, head, { params, body: drafted(seen) })
      const one = { ...params, voteId: made.voteId }
      const changed = await ok(changeVoteEndpoint, head, {
        params: one,
        body: { ...drafted(seen), revision: made.revision, vacantHomeIds: [placeOf(seen.community, 34)] },
      })
      const posted = await ok(actOnVoteEndpoint, head, {
        params: one,
        body: { act: 'give_notice', revision: changed.revision },
      })
      await tellVote(db, one, now)
      await ok(actOnVoteEndpoint, head, {
        params: one,
        body: { act: 'withdraw', revision: posted.revision, note: '不办了' },
      })
    },
    'objecting to a roll': (seen) =>
      seen.ok(objectEndpoint, seen.resident, {
        params: the(seen, 'notice'),
        body: { about: 'roll', text: '名册上少了我家' },
      }),
    'casting, taking back and casting again, the count, and what it shows': async (seen) => {
      const { ok, pages, resident, head } = seen
      const params = the(seen, 'ending')
      const { voters } = await ok(readVoteEndpoint, resident, { params })
      const voterId = voters[0]?.voterId ?? ''
      const body = { voterId, choices: { i1: 'approve', i2: 'against' } }
      await ok(castBallotEndpoint, resident, { params, body })
      await ok(cedeBallotEndpoint, resident, { params: { ...params, voterId } })
      await ok(castBallotEndpoint, resident, { params, body })
      await freezeAgain(seen, params, params.voteId)
      await end(seen)
      await ok(readBulletinEndpoint, head, { params })
      await pages(listByUnitEndpoint, head, { params, query: {} })
      await ok(listMyBallotsEndpoint, resident, { params })
    },
  },
}
