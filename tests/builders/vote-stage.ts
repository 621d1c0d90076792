import { startTestServer, type TestServer } from '../api/test-server'
import { tellVote, voteClock } from '#server/votes/index'
import type { VoteClockAct } from '#core/votes'
import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from './neighbourhood'
import { neighboursOf } from './neighbours'
import { voting } from './voting'

/** When the tests of votes play: a Wednesday morning in Shanghai. */
export const NOW = new Date('2026-11-18T02:00:00.000Z')
/** Three days after it, the first not counted: the first day on which a building may open a vote. */
export const OPENS_ON = '2026-11-22'
export const CLOSES_ON = '2026-11-28'
export const OPENS_AT = new Date('2026-11-21T16:00:00.000Z')
export const CLOSES_AT = new Date('2026-11-28T12:00:00.000Z')
/** Seven days after the result, the first not counted. */
export const CERTIFIABLE_AT = new Date('2026-12-05T16:00:00.000Z')

// Read by the tests as they stand: each file has a stage of its own.
export let server: TestServer
export let place: Neighbourhood
export let head: SignedInPerson
export let committee: SignedInPerson
export let secretary: SignedInPerson
export let staff: SignedInPerson
export let subdistrict: SignedInPerson
/** Of the two homes of the building that votes. */
export let resident: SignedInPerson
export let neighbour: SignedInPerson
/** Of the other building in the same estate, and of another community. */
export let across: SignedInPerson
export let stranger: SignedInPerson

export const votes = voting(
  () => server,
  () => place,
  { opensOn: OPENS_ON, closesOn: CLOSES_ON },
)

/** A server, a neighbourhood, and who convenes, votes and certifies there. Called once at the head of a file. */
export function setVoteStage(): void {
  beforeAll(async () => {
    server = await startTestServer({ now: NOW.toISOString() })
    place = await buildNeighbourhood(server.db, new Date('2026-11-01T00:00:00.000Z'))
    const { communityId, buildingId } = place.community
    head = await place.inOffice('building_head', buildingId, { name: '赵大爷' })
    committee = await place.inOffice('residents_committee', communityId, { name: '陈主任' })
    secretary = await place.inOffice('community_secretary', communityId, { name: '周书记' })
    staff = await place.inOffice('community_staff', communityId, { name: '王敏' })
    subdistrict = await place.inOffice('subdistrict_staff', place.subdistrictId, {
      community: null,
      name: '孙科长',
    })
    ;({ resident, neighbour, across, stranger } = await neighboursOf(place))
  })
  beforeEach(() => {
    server.clock.now = NOW
  })
  afterAll(() => server.close())
}

/** The clock does what is due of a vote at an instant. */
export async function atTime(now: Date, { voteId }: { voteId: string }, act: VoteClockAct): Promise<void> {
  server.clock.now = now
  const row = await server.db
    .selectFrom('votes')
    .select(['opens_at', 'closes_at'])
    .where('vote_id', '=', voteId)
    .executeTakeFirstOrThrow()
  const dueAt = (act === 'open' ? row.opens_at : row.closes_at).toISOString()
  const { communityId } = place.community
  await voteClock(server.db, server.parts.contactBox, { communityId, voteId, act, dueAt }, now)
}

/** Who is to be told of a vote is told. */
export function tellAll({ voteId }: { voteId: string }): Promise<void> {
  return tellVote(server.db, { communityId: place.community.communityId, voteId }, server.clock.now)
}

/** What a person was told of a vote, first to last. */
export async function toldOf(
  { voteId }: { voteId: string },
  { personId }: SignedInPerson,
): Promise<string[]> {
  const rows = await server.db
    .selectFrom('inbox_items')
    .select('kind')
    .where('subject_id', '=', voteId)
    .where('person_id', '=', personId)
    .orderBy('item_id')
    .execute()
  return rows.map(({ kind }) => kind)
}
