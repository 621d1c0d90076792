import { decideItemAct, isItemOpen, itemTransition, type ItemAct, type ItemView } from '#core/rounds'
import type { InboxKind } from '#core/inbox'
import { DomainError } from '#core/errors'
import type { ShownAs } from '#core/matters'
import { enforce } from '#core/permissions'
import type { WordsState } from '#core/moderation'
import { showWords } from '#server/moderation/index'
import { attachPhotos } from '#server/photos/index'
import type { Context } from '#server/platform/context'
import { newId } from '#server/platform/db/index'
import type { RoundParts } from '../convene-round'
import { takePart } from '../take-part'
import { withinItem, type InItem, type ItemAddress } from './in-item'
import { nameOnItem, officeForItem } from './names'
import { recordItem } from './on-record'
import { presentItem } from './present-item'
import { scheduleItemReminders } from './remind'
import { saveItem, saveItemStep, type ItemRow } from './repository'
import { tellOfItem } from './tell-item'

export interface ActOnItem extends ItemAddress {
  act: ItemAct
  revision: number
  note?: string | undefined
  photoIds: string[]
  shownAs: ShownAs
}

/** Does one act of the workflow. Of two at once one wins and the other is told that it changed; steps are added, never changed. */
export function actOnItem(asked: Context, input: ActOnItem, parts: RoundParts): Promise<ItemView> {
  return withinItem(asked, input, async (doing) => {
    const { context, tx, roundRow, row, item, at, round } = doing
    const { personId } = context.actor
    enforce(decideItemAct(context.actor, item, input.act))
    if (row.revision !== input.revision) throw new DomainError('STATE_CHANGED')
    enforceWords(input)
    const stepId = newId()
    const name = await nameOf(doing, input)
    const note = input.note || null
    const words_state = await showStep(doing, input, stepId, parts)
    const state = itemTransition(input.act).to
    const changed = await saveItem(tx, row, {
      state,
      ended_at: isItemOpen(state) ? null : at,
      ...ownerAfter(input.act, personId, name, at),
    })
    await saveItemStep(tx, changed, {
      ...{ step_id: stepId, act: input.act, at, person_id: personId, by_name: name, note, words_state },
    })
    await attachPhotos(tx, {
      communityId: row.community_id,
      personId,
      photoIds: input.photoIds,
      subject: { kind: 'item_step', id: stepId },
      moment: 'other',
      at,
    })
    const role = officeForItem(context, roundRow, item)?.role ?? null
    // Of an office's reason its holder answers; all else somebody says as themselves.
    const reason = role && itemTransition(input.act).words === 'reason' ? input.note : undefined
    await recordItem(tx, changed, { act: input.act, at, personId, role, reason })
    await takePart(tx, roundRow, { personId, homeId: round.standing.homesInScope[0] ?? null, at })
    if (input.act === 'reopen') await scheduleItemReminders(tx, changed, at)
    await tellOfAct(doing, changed, input.act)
    return presentItem(tx, context, row.item_id)
  })
}

function enforceWords({ act, note, photoIds }: ActOnItem): void {
  const { words } = itemTransition(act)
  if (words === 'none' && (note || photoIds.length > 0))
    throw new DomainError('BODY_INVALID', note ? 'note' : 'photoIds')
  if (words === 'reason' && !note) throw new DomainError('REASON_REQUIRED', 'note')
  if (words === 'what' && !note) throw new DomainError('TEXT_MISSING', 'note')
}

/** Who takes it on is called as they then want; whoever acts later on as their office, or as they want. */
function nameOf({ tx, context, roundRow, row, item }: InItem, { act, shownAs }: ActOnItem): Promise<string> {
  const taking = act === 'accept' ? { ...row, owner_id: context.actor.personId } : row
  return nameOnItem(tx, context, { round: roundRow, row: taking, item, shownAs })
}

function ownerAfter(act: ItemAct, personId: string, name: string, at: Date): Partial<ItemRow> {
  if (act === 'accept') return { owner_id: personId, owner_name: name, accepted_at: at }
  return act === 'hand_back' ? { owner_id: null, owner_name: null, accepted_at: null } : {}
}

async function showStep(
  { tx, context, roundRow, row, at }: InItem,
  { note }: ActOnItem,
  stepId: string,
  parts: RoundParts,
): Promise<WordsState> {
  if (!note) return 'shown'
  return showWords(
    tx,
    {
      communityId: row.community_id,
      target: { kind: 'item_step', id: stepId },
      subject: { kind: 'round', id: roundRow.round_id },
      authorId: context.actor.personId,
      text: note,
      about: row.title,
      at,
    },
    parts,
  )
}

/** What convener, author and owner are told of an act. */
const NEWS: Partial<Record<ItemAct, InboxKind>> = {
  accept: 'item_taken',
  hand_back: 'item_handed_back',
  finish: 'item_done',
  give_up: 'item_given_up',
}

async function tellOfAct({ tx, context, roundRow, row, at }: InItem, changed: ItemRow, act: ItemAct) {
  const kind = NEWS[act]
  if (!kind) return
  const persons = [roundRow.convener_id, row.author_id, ...(row.owner_id ? [row.owner_id] : [])]
  const told = { byPersonId: context.actor.personId, at }
  await tellOfItem(tx, changed, { kind, personIds: [...new Set(persons)] }, told)
}
