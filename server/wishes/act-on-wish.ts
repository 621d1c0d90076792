import {
  asksForMoney,
  decideWishAct,
  needsLatest,
  wishChanges,
  wishPolicy,
  wishTransition,
  type MergeKind,
  type Wish,
  type WishPersonAct,
  type WishView,
} from '#core/wishes'
import { DomainError } from '#core/errors'
import type { ServiceCode, ShownAs } from '#core/matters'
import { enforce, refused } from '#core/permissions'
import { record } from '#server/audit/index'
import { lockCases, mayShowNote } from '#server/moderation/index'
import { enforceConsent } from '#server/people/index'
import { attachPhotos } from '#server/photos/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { carryOut } from './acts'
import { endHelpOfGone } from './end-help'
import { saveWishEvent } from './events'
import { holdHelper } from './hold'
import { presentWish } from './present-wish'
import { mergingOffice } from './merge-wish'
import { indexWish } from './publish-wish'
import { columnsOf, lockWishes, saveWish, type WishRow } from './repository'
import { scheduleClock, scheduleReminders } from './schedule'
import { wishMetBy } from './standing'
import type { WishParts } from './submit-wish'
import { tellOfWishAct } from './tell'

export interface ActOnWish {
  wishId: string
  act: WishPersonAct
  /** The revision the caller saw: nobody acts on what they haven't seen. */
  revision: number
  note?: string | undefined
  offerId?: string | undefined
  organisationId?: string | undefined
  shownAs: ShownAs
  wantedBy?: string | undefined
  into?: { kind: MergeKind; id?: string | undefined } | undefined
  serviceCode?: ServiceCode | undefined
  photoIds: string[]
}

/** What is known when an act is carried out. */
export interface DoingWish {
  context: Context
  tx: Transaction
  row: WishRow
  wish: Wish
  input: ActOnWish
  parts: WishParts
  /** The wish that is named in a merge. */
  target: WishRow | undefined
  /** Neighbours may read the words that came with it. */
  wordsShown: boolean
  now: Date
}

/** Does one act of the workflow. Of two at once one wins and the other is told that it changed. */
export async function actOnWish(asked: Context, input: ActOnWish, parts: WishParts): Promise<WishView> {
  return asked.transact(async (tx) => {
    const context = await holdHelper(tx, asked, input)
    const { actor, now } = context
    const { row, target } = await lockFor(tx, context, input)
    const wish = await wishMetBy(tx, actor, row)
    decide(context, wish, row, input)
    const wordsShown = await enforceWords(tx, context, input, parts)
    const doing = { context, tx, row, wish, input, parts, target, wordsShown, now: now() }
    const changed = await save(doing)
    // Asked in office, with a reason; all else somebody does as themselves.
    const inOffice = input.act === 'ask_merge'
    await record(tx, {
      regionId: row.community_id,
      at: doing.now,
      personId: actor.personId,
      role: (inOffice && mergingOffice(actor.roles, row)?.role) || null,
      reason: inOffice ? input.note : undefined,
      act: `wish.${input.act}`,
      subject: { kind: 'wish', id: row.wish_id },
    })
    const left = input.act === 'not_yet' ? await endHelpOfGone(tx, changed, { at: doing.now }) : changed
    return presentWish(tx, context, parts.contactBox, left)
  })
}

/** The wish, and another it has to do with: locked in the order of their ids, after the cases about its words. */
async function lockFor(tx: Transaction, { region }: Context, { act, wishId, into }: ActOnWish) {
  if (act === 'withdraw') await lockCases(tx, region.regionId, { kind: 'wish', id: wishId })
  const other =
    act === 'ask_merge' && into?.kind === 'wish'
      ? into.id
      : await proposedWish(tx, region.regionId, act, wishId)
  const rows = await lockWishes(tx, region.regionId, [wishId, ...(other ? [other] : [])])
  const row = rows.find(({ wish_id: id }) => id === wishId)
  if (!row) throw new DomainError('NOT_FOUND')
  return { row, target: rows.find(({ wish_id: id }) => id === other && id !== wishId) }
}

async function proposedWish(
  tx: Transaction,
  communityId: string,
  act: WishPersonAct,
  wishId: string,
): Promise<string | undefined> {
  if (act !== 'agree_merge') return undefined
  const row = await tx
    .selectFrom('wishes')
    .select('proposal_id')
    .where('community_id', '=', communityId)
    .where('wish_id', '=', wishId)
    .where('proposal_kind', '=', 'wish')
    .executeTakeFirst()
  return row?.proposal_id ?? undefined
}

function decide({ actor }: Context, wish: Wish, row: WishRow, input: ActOnWish): void {
  const decision = decideWishAct(actor, wish, input.act)
  const late = input.revision !== row.revision && needsLatest(input.act)
  // Who lost their say because somebody else was first is told that, not that it was never theirs.
  const lost = !decision.allowed && decision.code === 'NOT_ALLOWED' && late
  enforce(lost && wishPolicy.read(actor, wish) ? refused('STATE_CHANGED') : decision)
  if (late) throw new DomainError('STATE_CHANGED')
  if (wishTransition(input.act).words === 'reason' && !input.note)
    throw new DomainError('REASON_REQUIRED', 'note')
}

/** What somebody writes or shows with an act needs consent, and is shown to others only where it may be. */
async function enforceWords(
  tx: Transaction,
  { actor }: Context,
  { act, note, photoIds }: ActOnWish,
  parts: WishParts,
): Promise<boolean> {
  if (wishTransition(act).words === 'none' && (note || photoIds.length > 0))
    throw new DomainError('BODY_INVALID', note ? 'note' : 'photoIds')
  if (!note && photoIds.length === 0) return true
  if (note && asksForMoney(note)) throw new DomainError('WISH_ASKS_MONEY', 'note')
  await enforceConsent(tx, actor.personId)
  // Of an office's reason its author answers; what two neighbours say to one another is read by others.
  if (wishTransition(act).words === 'may') await enforceConsent(tx, actor.personId, 'public_words')
  return mayShowNote(tx, { authorId: actor.personId, text: note ?? '' }, parts)
}

async function save(doing: DoingWish): Promise<WishRow> {
  const { context, tx, row, wish, input, now, wordsShown } = doing
  const { act, note, photoIds } = input
  const { personId } = context.actor
  const done = await carryOut(doing)
  const changes = wishChanges(act, wish, { personId, now, ...done.doing })
  const changed = await saveWish(tx, row, {
    ...columnsOf(changes),
    ...done.columns,
    ...(changes.state === row.state ? {} : { changed_at: now }),
  })
  await saveWishEvent(tx, changed, {
    act,
    at: now,
    person_id: personId,
    by_name: done.byName,
    helper_name: changed.helper_name ?? row.helper_name,
    note: note ? note : null,
    words_shown: wordsShown,
  })
  await attachPhotos(tx, {
    communityId: row.community_id,
    personId,
    photoIds,
    subject: { kind: 'wish', id: row.wish_id },
    moment: 'after',
    seq: changed.revision,
    at: now,
  })
  await tellOfWishAct(tx, { before: row, after: changed }, { act, byPersonId: personId, at: now })
  await scheduleClock(tx, changed)
  await scheduleReminders(tx, changed, act)
  if (changed.state !== row.state) await indexWish(tx, changed)
  return changed
}
