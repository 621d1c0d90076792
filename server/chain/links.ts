import { sql, type RawBuilder } from 'kysely'
import type { ChainKind } from '#core/chain'
import type { Database } from '#server/platform/db/index'

/** What the chain is asked of. */
export interface ChainSubject {
  kind: 'wish' | 'matter' | 'topic' | 'item' | 'vote'
  id: string
}

/** One link as it is stored, whoever may read it. */
export interface StoredLink {
  way: 'from' | 'to'
  /** From near to far. */
  far: number
  kind: ChainKind | 'post'
  id: string
  /** Of what was said in a thread, what the thread is about; of a session, the round it is in. */
  onKind: ChainKind | null
  onId: string | null
}

type Links = RawBuilder<unknown>

/** Links of one kind for each thing: enough for every page, and never a list without an end. */
const LINKS_AT_MOST = 60
/** Sessions among them, so that they leave room for what comes after. */
const SESSIONS_SHOWN = 20

/** Every link of one thing, near ones first. One query. */
export async function listLinks(
  db: Database,
  communityId: string,
  { kind, id }: ChainSubject,
): Promise<StoredLink[]> {
  const { rows } = await sql<StoredLink>`
    select distinct on (way, far, kind, id) way, far, kind, id, on_kind as "onKind", on_id as "onId"
    from (${LINKS[kind](communityId, id)}) as link (way, far, kind, id, on_kind, on_id)
    where id is not null order by way, far, kind, id limit ${LINKS_AT_MOST}`.execute(db)
  return rows
}

const LINKS: Record<ChainSubject['kind'], (communityId: string, id: string) => Links> = {
  wish: (communityId, id) => sql`
    ${itemBehind(communityId, 'wish', id)}
    union all select 'to', 1, merged_kind, merged_id, null, null::uuid from wishes
      where community_id = ${communityId} and wish_id = ${id} and merged_id is not null
    union all select 'to', 2, 'round', t.round_id, null, null from wishes w
      join topics t on t.community_id = w.community_id and t.topic_id = w.merged_id
      where w.community_id = ${communityId} and w.wish_id = ${id} and w.merged_kind = 'topic'
    union all ${topicsFrom(communityId, 'wish', id)}`,
  matter: (communityId, id) => sql`
    ${itemBehind(communityId, 'matter', id)}
    union all select 'from', 1, 'wish', from_wish_id, null, null::uuid from matters
      where community_id = ${communityId} and matter_id = ${id}
    union all ${topicsFrom(communityId, 'matter', id)}`,
  vote: (communityId, id) => sql`
    ${itemBehind(communityId, 'vote', id)}
    union all select 'from', 1, 'topic', topic_id, null, null::uuid from votes
      where community_id = ${communityId} and vote_id = ${id}
    union all select 'from', 2, 'round', t.round_id, null, null from votes v
      join topics t on t.community_id = v.community_id and t.topic_id = v.topic_id
      where v.community_id = ${communityId} and v.vote_id = ${id}`,
  topic: ofTopic,
  item: (communityId, id) => sql`
    select 'from', 1, 'topic', topic_id, null, null::uuid from action_items
      where community_id = ${communityId} and item_id = ${id}
    union all select 'from', 2, 'round', round_id, null, null from action_items
      where community_id = ${communityId} and item_id = ${id}
    union all select 'to', 1, link_kind, link_id, null, null from action_items
      where community_id = ${communityId} and item_id = ${id}`,
}

/** Of a topic: what it was put up from and the wishes that went into it; its round, sessions, vote and items, and where its open points went on. */
function ofTopic(communityId: string, id: string): Links {
  return sql`
    select 'from', 1, t.origin_kind, t.origin_id, p.subject_kind, p.subject_id from topics t
      left join posts p on t.origin_kind = 'post' and p.community_id = t.community_id and p.post_id = t.origin_id
      where t.community_id = ${communityId} and t.topic_id = ${id}
    union all select 'from', 1, 'wish', wish_id, null, null::uuid from wishes
      where community_id = ${communityId} and merged_id = ${id} and merged_kind = 'topic'
    union all select 'to', 1, 'round', round_id, null, null from topics
      where community_id = ${communityId} and topic_id = ${id}
    union all (select 'to', 2, 'session', session_id, 'round', round_id from round_sessions
      where community_id = ${communityId} and topic_id = ${id} and state = 'open'
      order by starts_at, session_id limit ${SESSIONS_SHOWN})
    union all select 'to', 3, 'vote', vote_id, null, null from topics
      where community_id = ${communityId} and topic_id = ${id}
    union all select 'to', 4, 'item', item_id, null, null from action_items
      where community_id = ${communityId} and topic_id = ${id}
    union all ${topicsFrom(communityId, 'topic', id, 5)}`
}

/** The item as which it is handled, and the round of that. */
function itemBehind(communityId: string, kind: string, id: string): Links {
  const behind = sql`from action_items where community_id = ${communityId} and link_kind = ${kind} and link_id = ${id}`
  return sql`select 'from', 1, 'item', item_id, null, null::uuid ${behind}
    union all select 'from', 2, 'round', round_id, null, null ${behind}`
}

/** Topics that were put up from it, and the rounds they are in. */
function topicsFrom(communityId: string, kind: string, id: string, far = 1): Links {
  const put = sql`from topics where community_id = ${communityId} and origin_kind = ${kind} and origin_id = ${id}
    and state <> 'withdrawn'`
  return sql`select 'to', ${far}::integer, 'topic', topic_id, null, null::uuid ${put}
    union all select 'to', ${far + 1}::integer, 'round', round_id, null, null ${put}`
}
