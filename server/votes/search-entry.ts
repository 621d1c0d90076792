import { votePolicy } from '#core/votes'
import { indexForSearch, removeFromSearch, type Found, type SearchReader } from '#server/search/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { listVoteItems, listVotesById, type VoteRow } from './repository'
import { votesMetBy } from './standing'

/** Makes a vote findable by its words once notice was given; a draft, or one that was given up, is not found. */
export async function indexVote(tx: Transaction, row: VoteRow): Promise<void> {
  if (row.notice_at === null || row.state === 'withdrawn') {
    await removeFromSearch(tx, { communityId: row.community_id, entryId: row.vote_id })
    return
  }
  const items = await listVoteItems(tx, row.community_id, [row.vote_id])
  await indexForSearch(tx, {
    communityId: row.community_id,
    kind: 'vote',
    entryId: row.vote_id,
    subject: { kind: 'vote', id: row.vote_id },
    placePath: row.jurisdiction,
    audience: 'neighbours',
    words: [row.title, row.text, ...items.map(({ title }) => title), row.place_name],
  })
}

/** Votes that search found, as this caller may read them; a draft is nobody's to find. */
export const voteSearchReader: SearchReader = (context, ids) => readVotes(context, ids, false)

/** The same for links: a draft is one for its convener. */
export const voteLinkReader: SearchReader = (context, ids) => readVotes(context, ids, true)

async function readVotes(
  { db, actor, region }: Context,
  ids: readonly string[],
  drafts: boolean,
): Promise<Map<string, Found>> {
  const rows = await listVotesById(db, region.regionId, ids)
  const met = await votesMetBy(db, actor, region.regionId, rows)
  return new Map(
    rows.flatMap((row): [string, Found][] => {
      const vote = met.get(row.vote_id)
      if (!vote || !(row.notice_at || drafts) || !votePolicy.read(actor, vote)) return []
      const at = row.notice_at ?? row.created_at
      return [[row.vote_id, { title: row.title, text: row.text, placeName: row.place_name, at }]]
    }),
  )
}
