import { demandEndsAt, demandPolicy } from '#core/votes'
import { forgetTitle } from '#server/inbox/index'
import type { ModerationTargetReader } from '#server/moderation/index'
import type { Transaction } from '#server/platform/db/index'
import { scheduleDemand } from './clock'
import { demandFor, demandWords, findDemand, lockDemand, saveDemand, type DemandRow } from './repository'

/** The author's words, for moderation: who wrote them, who may read them, and what follows when they are hidden or shown. */
export const wordsOfDemand: ModerationTargetReader = {
  find: async ({ db, actor, region, now }, demandId) => {
    const row = await findDemand(db, region.regionId, demandId)
    if (!row) return undefined
    return {
      authorId: row.author_id,
      text: demandWords(row),
      state: row.words_state,
      readable: demandPolicy.read(actor, await demandFor(db, actor, row, now())),
      about: row.title,
      subject: { kind: 'demand', id: demandId },
    }
  },
  lock: async (tx, communityId, demandId) => {
    await lockDemand(tx, communityId, demandId)
  },
  setWords: async (tx, { communityId, id, state, at }) => {
    const row = await lockDemand(tx, communityId, id)
    if (!row || row.words_state === state) return
    if (state === 'shown') await showAgain(tx, row, at)
    else await hide(tx, await saveDemand(tx, row, { words_state: state }))
  },
}

/** Owners find and sign it from now on: for as many days as one that was never kept from them. */
async function showAgain(tx: Transaction, row: DemandRow, at: Date): Promise<void> {
  const isOpen = row.state === 'open'
  const shown = await saveDemand(tx, row, {
    words_state: 'shown',
    ...(isOpen ? { ends_at: demandEndsAt(at) } : {}),
  })
  if (isOpen) await scheduleDemand(tx, shown)
}

/** What was told of it names it no more. Signatures stand, and with them what follows from there being enough. */
async function hide(tx: Transaction, row: DemandRow): Promise<void> {
  await forgetTitle(tx, {
    communityId: row.community_id,
    subject: { kind: 'demand', id: row.demand_id },
    exceptPersonId: row.author_id,
  })
}
