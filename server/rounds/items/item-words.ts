import { itemPolicy } from '#core/rounds'
import { isModerator } from '#core/moderation'
import { DomainError } from '#core/errors'
import { forgetTitle } from '#server/inbox/index'
import type { ModerationTargetReader } from '#server/moderation/index'
import type { PhotoReader } from '#server/photos/index'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import { findRound } from '../repository'
import { readableItem } from './in-item'
import { findItem, lockItem, setItem } from './repository'
import { tellAsked } from './tell-item'

type Reader = Database | Transaction
type Asking = Pick<Context, 'actor' | 'region'> & { db: Reader }

/** Whether somebody may read an item, whoever asks. */
async function reads({ db, actor, region }: Asking, itemId: string) {
  try {
    const { item } = await readableItem({ db: db as Database, actor, region }, itemId)
    return itemPolicy.read(actor, item)
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}

/** The words of an item, for moderation. */
export const itemWords: ModerationTargetReader = {
  find: async (asking, itemId) => {
    const row = await findItem(asking.db, asking.region.regionId, itemId)
    if (!row) return undefined
    return {
      authorId: row.author_id,
      text: `${row.title}\n${row.promise}`,
      state: row.words_state,
      readable: await reads(asking, itemId),
      about: row.title,
      subject: { kind: 'round', id: row.round_id },
    }
  },
  lock: async (tx, communityId, itemId) => {
    await lockItem(tx, communityId, itemId)
  },
  setWords: async (tx, { communityId, id, state, at }) => {
    const row = await lockItem(tx, communityId, id)
    if (!row || row.words_state === state) return
    await setItem(tx, row, { words_state: state })
    const shown = { ...row, words_state: state }
    const round = await findRound(tx, communityId, row.round_id)
    if (state === 'shown' && round) await tellAsked(tx, shown, round, { byPersonId: row.author_id, at })
    // Nobody talks about an item in a thread of its own: the kind only leads to its messages.
    if (state !== 'shown')
      await forgetTitle(tx, { communityId, subject: { kind: 'round', id }, exceptPersonId: row.author_id })
  },
}

const stepOf = (db: Reader, communityId: string, stepId: string) =>
  db
    .selectFrom('item_steps')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('step_id', '=', stepId)
    .executeTakeFirst()

/** What was said with a step, for moderation. */
export const itemStepWords: ModerationTargetReader = {
  find: async (asking, stepId) => {
    const { regionId } = asking.region
    const step = await stepOf(asking.db, regionId, stepId)
    const row = step && (await findItem(asking.db, regionId, step.item_id))
    if (!step || !row || step.note === null) return undefined
    return {
      authorId: step.person_id,
      text: step.note,
      state: step.words_state,
      readable: await reads(asking, step.item_id),
      about: row.title,
      subject: { kind: 'round', id: row.round_id },
    }
  },
  setWords: async (tx, { communityId, id, state }) => {
    await tx
      .updateTable('item_steps')
      .set({ words_state: state })
      .where('community_id', '=', communityId)
      .where('step_id', '=', id)
      .execute()
  },
}

/** Photos of a step go with its words. */
export const itemPhotoReader: PhotoReader = async (looking, stepId) => {
  const { db, actor, region } = looking
  const step = await stepOf(db, region.regionId, stepId)
  if (!step) return false
  const shown = step.words_state === 'shown' || step.person_id === actor.personId
  return (shown || isModerator(actor, region.regionId)) && reads(looking, step.item_id)
}

/** Receipts are for who reads the item. */
export const ledgerPhotoReader: PhotoReader = async (looking, entryId) => {
  const entry = await looking.db
    .selectFrom('ledger_entries')
    .select('item_id')
    .where('community_id', '=', looking.region.regionId)
    .where('entry_id', '=', entryId)
    .executeTakeFirst()
  return entry !== undefined && reads(looking, entry.item_id)
}
