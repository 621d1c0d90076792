import { sql } from 'kysely'
import { DEMAND_STATE_WORDS } from '#core/votes'
import { forgetTitle } from '#server/inbox/index'
import { dropCases, forgetAbout, lockCases } from '#server/moderation/index'
import type { Transaction } from '#server/platform/db/index'
import {
  AS_ID,
  ONLY_FOR_ORDER,
  personalTable,
  SOMEBODY_ELSE,
  type Closing,
} from '#server/platform/personal-data'
import { endSignaturesOf } from './end-signatures'

/** Demands that somebody wrote. */
const written = personalTable({
  table: 'owners_demands',
  title: '写过的联名要求',
  mine: ['author_id'],
  order: ['demand_id'],
  columns: {
    community_id: AS_ID,
    demand_id: AS_ID,
    place_id: AS_ID,
    place_name: '在哪儿',
    place_kind: ONLY_FOR_ORDER,
    jurisdiction: ONLY_FOR_ORDER,
    title: '要表决什么',
    text: '写的话',
    author_id: AS_ID,
    by_name: '署的名',
    words_state: ONLY_FOR_ORDER,
    state: { title: '现在', words: (state) => DEMAND_STATE_WORDS[state] },
    persons_when_written: ONLY_FOR_ORDER,
    persons_of: ONLY_FOR_ORDER,
    persons_signed: ONLY_FOR_ORDER,
    created_at: '什么时候写的',
    ends_at: '收签名到什么时候',
    met_at: '什么时候签名够的',
    silent_at: ONLY_FOR_ORDER,
    vote_id: AS_ID,
    void_vote_id: AS_ID,
    waits_since: '表决作废以后，从什么时候重新等',
    answer: '答复',
    answered_by: SOMEBODY_ELSE,
    answered_name: '谁答复的',
    answered_at: '什么时候答复的',
    revision: ONLY_FOR_ORDER,
  },
})

/** What somebody signed. */
const signed = personalTable({
  table: 'demand_signatures',
  title: '签过名的联名要求',
  mine: ['person_id'],
  order: ['demand_id', 'signature_id'],
  columns: {
    community_id: AS_ID,
    demand_id: AS_ID,
    signature_id: AS_ID,
    voter_key: ONLY_FOR_ORDER,
    voter_name: '替哪几套房签的',
    person_id: AS_ID,
    home_id: AS_ID,
    at: '什么时候签的',
    ended_at: '什么时候收回的',
  },
})

/** Demands in an archive, and what stays of them when an account is closed. */
export const ofDemands = {
  tables: [written, signed],
  others: { 'owners_demands.answered_by': '是别人写的联名要求；您答复过的，是办公时做的' },
  stays: {
    'owners_demands.author_id': '邻居签过名的要求不因为一个人走了就没有；只剩没有称呼的编号',
    'owners_demands.answered_by': '办公时答复过，要查得到',
    'demand_signatures.person_id': '签名够了才召集的，要查得到是谁签的；只剩没有称呼的编号',
  },
}

/** A closed account: what still gathers signatures is withdrawn; words go where that was wished, unless enough owners made them theirs. */
export async function forgetDemands(
  tx: Transaction,
  { communityId, personId, words }: Closing,
  wordsGone: string,
): Promise<void> {
  await endSignaturesOf(tx, { communityId, personId })
  const ids = await forgetCases(tx, { communityId, personId, words }, wordsGone)
  const own = sql`community_id = ${communityId} and author_id = ${personId}`
  await sql`delete from demand_signatures where community_id = ${communityId} and demand_id in
    (select demand_id from owners_demands where ${own} and state = 'open')`.execute(tx)
  await sql`update owners_demands set state = 'withdrawn', revision = revision + 1
    where ${own} and state = 'open'`.execute(tx)
  if (words !== 'delete') return
  await sql`update owners_demands set title = ${wordsGone}, text = ${wordsGone}, words_state = 'hidden'
    where ${own} and state in ('withdrawn', 'expired')`.execute(tx)
  for (const id of ids)
    await forgetTitle(tx, { communityId, subject: { kind: 'demand', id }, exceptPersonId: null })
}

/**
 * Cases about words that enough owners did not make theirs: nothing waits to be read any more, and no case keeps what is
 * deleted. Before the demands themselves, as a moderator takes them. Answers the demands.
 */
async function forgetCases(
  tx: Transaction,
  { communityId, personId, words }: Pick<Closing, 'communityId' | 'personId' | 'words'>,
  wordsGone: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string; waits: boolean }>`
    select demand_id as id, words_state = 'waiting' as waits from owners_demands
    where community_id = ${communityId} and author_id = ${personId} and state in ('open', 'withdrawn', 'expired')
    order by demand_id`.execute(tx)
  for (const { id, waits } of rows) {
    const target = { kind: 'demand', id } as const
    await lockCases(tx, communityId, target)
    if (words === 'delete') await forgetAbout(tx, communityId, target, wordsGone)
    if (words === 'delete' || waits) await dropCases(tx, communityId, target)
  }
  return rows.map(({ id }) => id)
}
