import {
  decideItemRight,
  decideWriteItem,
  isPossibleDue,
  itemPromiseWas,
  type ItemOwnerKind,
  type ItemView,
} from '#core/rounds'
import { DomainError } from '#core/errors'
import type { ShownAs } from '#core/matters'
import { enforce } from '#core/permissions'
import { showWords } from '#server/moderation/index'
import type { Context } from '#server/platform/context'
import { newId } from '#server/platform/db/index'
import type { RoundParts } from '../convene-round'
import { takePart } from '../take-part'
import { withinItem, withinRound, type ItemAddress, type Within } from './in-item'
import { nameAsNeighbour, nameOnItem, officeForItem } from './names'
import { recordItem } from './on-record'
import { presentItem } from './present-item'
import { scheduleItemReminders } from './remind'
import { findItem, isTopicOf, itemFor, saveItem, saveItemStep, type ItemRow } from './repository'
import { tellAsked, tellAskedAnew } from './tell-item'

/** What an item says, as somebody wrote it. */
export interface ItemWords {
  title: string
  promise: string
  dueOn: string
  ownerKind: ItemOwnerKind
  organisationId?: string | undefined
  isProject: boolean
  topicId?: string | undefined
}

export type WriteItem = ItemWords & { roundId: string; takesOn: boolean; shownAs: ShownAs }
export type ChangeItem = ItemWords & ItemAddress & { revision: number }

/**
 * 记下一件要办的事. By the convener, or by a neighbour who takes it on at once. Whoever is asked is told. Throws ITEM_DUE_WRONG,
 * ITEM_OWNER_WRONG, ITEM_TOPIC_WRONG, NOT_ALLOWED, STATE_CHANGED.
 */
export function writeItem(asked: Context, input: WriteItem, parts: RoundParts): Promise<ItemView> {
  return withinRound(asked, input.roundId, async (within) => {
    const { context, tx, roundRow, round, at } = within
    const { personId } = context.actor
    enforce(decideWriteItem(context.actor, round, input))
    const itemId = newId()
    const columns = await columnsOf(within, input, itemId, parts)
    const byName = input.takesOn
      ? await nameAsNeighbour(tx, personId, roundRow, input.shownAs)
      : roundRow.convener_name
    await tx
      .insertInto('action_items')
      .values({
        community_id: roundRow.community_id,
        item_id: itemId,
        round_id: roundRow.round_id,
        author_id: personId,
        by_name: byName,
        state: 'open',
        created_at: at,
        revision: 1,
        ...columns,
        ...(input.takesOn ? { owner_id: personId, owner_name: byName, accepted_at: at } : {}),
      })
      .execute()
    const row = (await findItem(tx, roundRow.community_id, itemId)) as ItemRow
    const item = await itemFor(tx, personId, row, round)
    const office = input.takesOn
      ? undefined
      : officeForItem(context, roundRow, { ...item, ownerKind: 'resident' })
    const name = office
      ? await nameOnItem(tx, context, { round: roundRow, row, item, shownAs: 'resident' })
      : byName
    await saveItemStep(tx, row, {
      step_id: newId(),
      act: 'write',
      at,
      person_id: personId,
      by_name: name,
      note: null,
      words_state: 'shown',
    })
    await recordItem(tx, row, { act: 'write', at, personId, role: office?.role ?? null })
    await takePart(tx, roundRow, { personId, homeId: round.standing.homesInScope[0] ?? null, at })
    await scheduleItemReminders(tx, row, at)
    if (!input.takesOn) await tellAsked(tx, row, roundRow, { byPersonId: personId, at })
    return presentItem(tx, context, row.item_id)
  })
}

/**
 * 改一件要办的事: while it is open. What was promised before stays on record. Nobody is held to what others changed: another owner, or the same
 * one about another promise or day, is asked anew.
 */
export function changeItem(asked: Context, input: ChangeItem, parts: RoundParts): Promise<ItemView> {
  return withinItem(asked, input, async (doing) => {
    const { context, tx, roundRow, row, item, at } = doing
    const { personId } = context.actor
    enforce(decideItemRight(context.actor, item, 'change'))
    if (row.revision !== input.revision) throw new DomainError('STATE_CHANGED')
    const columns = await columnsOf(doing, input, row.item_id, parts)
    const stillTaken = isStillTaken(row, columns, personId)
    const changed = await saveItem(tx, row, {
      ...columns,
      // What a moderator hid stays hidden until a moderator says otherwise.
      words_state: row.words_state === 'hidden' ? 'hidden' : columns.words_state,
      ...(stillTaken ? {} : { owner_id: null, owner_name: null, accepted_at: null }),
    })
    await saveItemStep(tx, changed, {
      step_id: newId(),
      act: 'change',
      at,
      person_id: personId,
      by_name: await nameOnItem(tx, context, { round: roundRow, row, item, shownAs: 'resident' }),
      note: itemPromiseWas(row.promise, row.due_on),
      words_state: row.words_state,
    })
    const role = officeForItem(context, roundRow, item)?.role ?? null
    await recordItem(tx, changed, { act: 'change', at, personId, role })
    await scheduleItemReminders(tx, changed, at)
    if (!stillTaken)
      await tellAskedAnew(tx, { before: row, changed, round: roundRow }, { byPersonId: personId, at })
    return presentItem(tx, context, row.item_id)
  })
}

type Promised = Pick<ItemRow, 'owner_kind' | 'organisation_id' | 'title' | 'promise' | 'due_on'>

/** Who took it on did so for what was promised: it stands as long as that does, or where they changed it themselves. */
function isStillTaken(row: ItemRow, next: Promised, byPersonId: string): boolean {
  if (next.owner_kind !== row.owner_kind || next.organisation_id !== row.organisation_id) return false
  const same = next.title === row.title && next.promise === row.promise && next.due_on === row.due_on
  return same || row.owner_id === byPersonId
}

/** What was written, checked, as columns. */
async function columnsOf(
  { context, tx, roundRow, at }: Within,
  input: ItemWords,
  itemId: string,
  parts: RoundParts,
) {
  if (!isPossibleDue(input.dueOn, at)) throw new DomainError('ITEM_DUE_WRONG', 'dueOn')
  if (input.topicId && !(await isTopicOf(tx, roundRow, input.topicId)))
    throw new DomainError('ITEM_TOPIC_WRONG', 'topicId')
  const organisation = input.ownerKind === 'organisation' ? await organisationOf(context, tx, input) : null
  const words_state = await showWords(
    tx,
    {
      communityId: roundRow.community_id,
      target: { kind: 'action_item', id: itemId },
      subject: { kind: 'round', id: roundRow.round_id },
      authorId: context.actor.personId,
      text: `${input.title}\n${input.promise}`,
      about: input.title,
      at,
    },
    parts,
  )
  return {
    title: input.title,
    promise: input.promise,
    due_on: input.dueOn,
    owner_kind: input.ownerKind,
    organisation_id: organisation?.organisation_id ?? null,
    organisation_name: organisation?.name ?? null,
    is_project: input.isProject,
    topic_id: input.topicId ?? null,
    words_state,
  }
}

async function organisationOf({ region }: Context, tx: Within['tx'], { organisationId }: ItemWords) {
  const found =
    organisationId &&
    (await tx
      .selectFrom('organisations')
      .select(['organisation_id', 'name'])
      .where('community_id', '=', region.regionId)
      .where('organisation_id', '=', organisationId)
      .where('state', '=', 'in_force')
      .executeTakeFirst())
  if (!found) throw new DomainError('ITEM_OWNER_WRONG', 'organisationId')
  return found
}
