import type { Actor } from '#core/permissions'
import { hasResult, proxyActsFor, proxyPartyOf, type ProxyNote, type ProxyView, type Vote } from '#core/votes'
import { listPhotosOf, presentPhotos } from '#server/photos/index'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import type { OwnVoter } from './my-voters'
import { proxyOf, type ProxyRow } from './proxy-repository'

interface Meeting {
  actor: Actor
  vote: Vote
  /** For whom the reader votes by right. */
  own: readonly OwnVoter[]
  now: Date
}

/** A proxy as its reader meets it; nothing where they have nothing to do with it. */
export function presentProxyNotes(rows: readonly ProxyRow[], meeting: Meeting): ProxyNote[] {
  return rows.flatMap((row) => presentNote(row, meeting) ?? [])
}

function presentNote(row: ProxyRow, { actor, vote, own, now }: Meeting): ProxyNote | undefined {
  const proxy = proxyOf(row, own)
  const party = proxyPartyOf(actor, vote, proxy)
  if (!party) return undefined
  return {
    proxyId: row.proxy_id,
    voter: { voterId: row.voter_id, name: row.voter_name },
    principalName: row.principal_name,
    agentName: row.agent_name,
    state: row.state,
    party,
    // Who has not voted yet is for others to see than who checks proxies (domain.md 3).
    voted: party === 'official' && !hasResult(vote.state) ? null : row.voted,
    askedAt: row.asked_at.toISOString(),
    decidedBy: row.decided_name,
    decidedAt: row.decided_at?.toISOString() ?? null,
    reason: row.reason,
    acts: proxyActsFor(actor, { vote, proxy }, now),
  }
}

/** The same with the photos of the written authority. One query. */
export async function presentProxies(
  db: Database | Transaction,
  { actor, photoKey, now }: Pick<Context, 'actor' | 'photoKey' | 'now'>,
  { vote, own }: Pick<Meeting, 'vote' | 'own'>,
  rows: readonly ProxyRow[],
): Promise<ProxyView[]> {
  const photos = await listPhotosOf(
    db,
    vote.communityId,
    rows.map((row) => ({ kind: 'proxy', id: row.proxy_id }) as const),
  )
  const viewing = { photoKey, viewerId: actor.personId, now: now() }
  return presentProxyNotes(rows, { actor, vote, own, now: now() }).map((note) => ({
    ...note,
    photos: presentPhotos(
      photos.filter(({ subject }) => subject.id === note.proxyId),
      viewing,
    ),
  }))
}
