import { votePolicy, type Vote } from '#core/votes'
import { holds } from '#core/permissions'
import type { ThreadSubject, ThreadSubjectReader } from '#server/threads/index'
import { listVotesById, type VoteRow } from './repository'
import { votesMetBy } from './standing'

/** Who answers about a vote in office: who convenes it, and the community's staff. */
const inOffice = holds('community_staff', 'community_secretary', 'residents_committee')

/** Votes as their threads meet them: two queries, however many. */
export const voteThreads: ThreadSubjectReader = async (asking, ids) => {
  if (ids.length === 0) return new Map()
  const { db, actor, region } = asking
  const rows = await listVotesById(db, region.regionId, ids)
  const met = await votesMetBy(db, actor, region.regionId, rows)
  return new Map(
    rows.flatMap((row): [string, ThreadSubject][] => {
      const vote = met.get(row.vote_id)
      return vote ? [[row.vote_id, subjectOf(row, vote, asking)]] : []
    }),
  )
}

function subjectOf(
  row: VoteRow,
  vote: Vote,
  { actor, region }: Parameters<ThreadSubjectReader>[0],
): ThreadSubject {
  const readable = votePolicy.follow(actor, vote)
  const staff = readable && inOffice(actor, vote)
  const held = actor.roles.find(
    ({ role, placeId }) =>
      (actor.personId === row.convener_id ? role === row.convener_role : staff) &&
      row.jurisdiction.includes(placeId),
  )
  return {
    readable,
    staff,
    open: row.notice_at !== null,
    reporterId: null,
    handlerIds: [row.convener_id],
    handledInOffice: true,
    aboutTitle: row.title,
    placeName: row.place_name,
    official: held && {
      role: held.role,
      unitName: held.placeId === region.regionId ? region.name : row.place_name,
    },
  }
}
