import { sql } from 'kysely'
import { isOnBoard, topicPolicy } from '#core/rounds'
import { DomainError } from '#core/errors'
import type { Actor } from '#core/permissions'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import type { RoundParts } from '../convene-round'
import { topicMetBy } from '../topics/met-by'
import type { TopicWords } from '../topics/propose-topic'
import { findTopic, lockTopic, type TopicRow } from '../topics/repository'
import { addTopicSeconds, type SecondingHome } from '../topics/seconds'
import { boardPlaceOf } from './board-place'
import { tellWhenMet } from './met'
import { addToBoard } from './put-up-topic'

/** A wish that goes on as a topic: whose, and every home behind it. */
export interface FromWish {
  wishId: string
  authorId: string
  followers: readonly SecondingHome[]
  at: Date
}

/** 心愿提成议题, on the board of a place: every home behind the wish seconds it, each once. Answers the new topic's id. */
export async function putUpFromWish(
  tx: Transaction,
  context: Context,
  { placeId, words, wish }: { placeId: string; words: TopicWords; wish: FromWish },
  parts: RoundParts,
): Promise<string> {
  const place = await boardPlaceOf(tx, context, placeId)
  const { wishId, authorId, followers, at } = wish
  const homes = await homesAt(tx, context.region.regionId, placeId, followers)
  const own = homes.find(({ personId }) => personId === authorId)?.homeId ?? null
  const row = await addToBoard(
    tx,
    context.region.regionId,
    {
      place,
      author: { personId: authorId, homeId: own },
      words,
      origin: { kind: 'wish', id: wishId },
      at,
    },
    parts,
  )
  await bringAlong(tx, row, homes, at)
  return row.topic_id
}

/** The same into a topic that waits on a board already. Throws MERGE_NOT_POSSIBLE. */
export async function joinFromWish(
  tx: Transaction,
  actor: Actor,
  { communityId, topicId, wish }: { communityId: string; topicId: string; wish: FromWish },
): Promise<void> {
  const row = await lockTopic(tx, communityId, topicId)
  if (!row || !(await mayTakeIn(tx, actor, row))) throw new DomainError('MERGE_NOT_POSSIBLE')
  await bringAlong(tx, row, await homesAt(tx, communityId, row.place_id, wish.followers), wish.at)
}

/** A topic into which a wish may go: its place and title, where this actor reads it and it waits on a board. */
export async function topicForWish(
  db: Database | Transaction,
  actor: Actor,
  communityId: string,
  topicId: string,
): Promise<{ placeId: string; title: string } | undefined> {
  const row = await findTopic(db, communityId, topicId)
  return row && (await mayTakeIn(db, actor, row)) ? { placeId: row.place_id, title: row.title } : undefined
}

async function mayTakeIn(db: Database | Transaction, actor: Actor, row: TopicRow): Promise<boolean> {
  const { topic } = await topicMetBy(db, actor, row)
  return topicPolicy.read(actor, topic) && isOnBoard(topic) && row.words_state === 'shown'
}

async function bringAlong(
  tx: Transaction,
  row: TopicRow,
  homes: readonly SecondingHome[],
  at: Date,
): Promise<void> {
  const grown = { ...row, ...(await addTopicSeconds(tx, row, homes, at)) }
  await tellWhenMet(tx, row, grown, at)
}

/** Of these homes those that lie at the place: nobody else is behind its topics. */
async function homesAt(
  tx: Transaction,
  communityId: string,
  placeId: string,
  homes: readonly SecondingHome[],
): Promise<SecondingHome[]> {
  const { rows } = await sql<{ id: string }>`
    select place_id as id from places where community_id = ${communityId} and kind = 'home'
      and place_id = any (${homes.map(({ homeId }) => homeId)}::uuid[])
      and path @> ${[placeId]}::uuid[]`.execute(tx)
  const there = new Set(rows.map(({ id }) => id))
  return homes.filter(({ homeId }) => there.has(homeId))
}
