import { sql } from 'kysely'
import type { HomeLeft } from '#server/people/index'
import type { Transaction } from '#server/platform/db/index'
import { recordTopic } from './on-record'
import { lockTopics } from './repository'
import { removeTopicSeconds } from './seconds'

/**
 * What ends with a home (domain.md 3): seconds that somebody said for it, as long as topics are gathered; of a published agenda they stay.
 * The topics are locked in the order of their ids. A topic stays, for others may second it; its author may withdraw it.
 */
export async function endTopicSecondsOfHome(tx: Transaction, left: HomeLeft): Promise<void> {
  const { communityId, personId, homeId, at } = left
  const { rows } = await sql<{ id: string }>`
    select t.topic_id as id from topic_seconds s
      join topics t on t.community_id = ${communityId} and t.topic_id = s.topic_id and t.state = 'open'
      left join rounds r on r.community_id = ${communityId} and r.round_id = t.round_id
    where s.community_id = ${communityId} and s.home_id = ${homeId} and s.person_id = ${personId}
      and (t.round_id is null or r.state = 'agenda')`.execute(tx)
  const topics = await lockTopics(
    tx,
    communityId,
    rows.map(({ id }) => id),
  )
  for (const topic of topics) {
    await removeTopicSeconds(tx, topic, { homeIds: [homeId], personId }, at)
    await recordTopic(tx, topic, {
      act: 'take_back_second',
      at,
      personId: left.byPersonId,
      role: left.byRole,
      reason: LEFT,
    })
  }
}

const LEFT = '不再绑定那套房'
