import {
  changesOf,
  decideAct,
  decideInput,
  decideReviewDay,
  matterPolicy,
  namesDay,
  officeFor,
  type ActInput,
  type Matter,
  type MatterView,
} from '#core/matters'
import { DomainError } from '#core/errors'
import { enforce, refused, type Decision } from '#core/permissions'
import { record } from '#server/audit/index'
import { mayShowNote } from '#server/moderation/index'
import { enforceConsent } from '#server/people/index'
import { attachPhotos } from '#server/photos/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import type { ServerParts } from '#server/platform/http/parts'
import { columnsOf } from './changes'
import { leadNameAfter, type Acting } from './acting'
import { actedStep } from './acted-step'
import { saveEvent } from './events'
import { passOnIfDissolved } from './grid-dissolved'
import { countHomes, listJoinerIds } from './joiners'
import { absorb, enforceMergeInto, letGo, lockWithSet, lockWithTarget } from './merge-matters'
import { readView } from './present-matter'
import { lockMatter, matterOf, saveChanges, type MatterRow } from './repository'
import { scheduleAfter } from './schedule'
import { hasMembers, teamsFor } from './teams'
import { tellOfAct } from './tell'
import { handOver, heirOf } from './withdraw-matter'

export interface ActOnMatter extends ActInput {
  matterId: string
  /** The revision the caller saw: nobody acts on what they haven't seen. */
  revision: number
}

/** What an act needs besides its context: checks what a resident writes. */
export type ActParts = Pick<ServerParts, 'contentCheck'>

/** Does one act of the workflow. Of two at once one wins and the other is told that it changed. */
export async function actOnMatter(
  context: Context,
  input: ActOnMatter,
  parts: ActParts,
): Promise<MatterView> {
  return context.transact(async (tx) => {
    const { row, target: found } = await lockFor(tx, context, input)
    const matter = matterOf(row, await listJoinerIds(tx, row.community_id, row.matter_id))
    decide(context, matter, input, row.revision)
    const target = input.act === 'merge' ? enforceMergeInto(context, row, found) : undefined
    const doing = await doingOf(tx, context, matter, input)
    const wordsShown = await enforceWords(tx, row, input, doing, parts)
    const changed = await save(tx, { context, row, matter, target, input, doing, wordsShown })
    await recordAct(tx, context, changed, input, doing)
    return readView(tx, context, await passOnIfDissolved(tx, changed, doing.now))
  })
}

/** The matter, and what it is to be merged into or comes out of: locked in the order of their ids. */
async function lockFor(tx: Transaction, { region }: Context, input: ActOnMatter) {
  const { act, matterId, intoMatterId } = input
  const found =
    act === 'merge' && intoMatterId
      ? await lockWithTarget(tx, region.regionId, matterId, intoMatterId)
      : { row: await lockOne(tx, region.regionId, input), target: undefined }
  if (!found.row) throw new DomainError('NOT_FOUND')
  return { row: found.row, target: found.target }
}

const lockOne = (tx: Transaction, communityId: string, { act, matterId }: ActOnMatter) =>
  act === 'unmerge' ? lockWithSet(tx, communityId, matterId) : lockMatter(tx, communityId, matterId)

function decide({ actor, now }: Context, matter: Matter, input: ActOnMatter, revision: number): void {
  const decision = decideAct(actor, matter, input.act, now())
  const late = !decision.allowed && decision.code === 'NOT_ALLOWED' && input.revision !== revision
  // Who lost their say because somebody else was first is told that, not that it was never theirs.
  enforce(late && matterPolicy.read_words(actor, matter) ? refused('STATE_CHANGED') : decision)
  enforce(decideInput(input))
  if (input.revision !== revision) throw new DomainError('STATE_CHANGED')
  enforce(reviewDay(matter, input, now()))
}

function reviewDay(matter: Matter, { act, reviewOn }: ActOnMatter, now: Date): Decision {
  return namesDay(act) && reviewOn ? decideReviewDay(matter, act, reviewOn, now) : { allowed: true }
}

async function doingOf(
  tx: Transaction,
  { actor, now }: Context,
  matter: Matter,
  input: ActOnMatter,
): Promise<Acting> {
  const { team, supports } = await teamsFor(tx, matter, input, now())
  return {
    team,
    supports,
    office: officeFor(actor, matter, input.act),
    personId: actor.personId,
    hasLead: await hasMembers(tx, matter, input.act, now()),
    now: now(),
  }
}

/** What a resident writes or shows with an act needs consent, and neighbours see it only where they may. */
async function enforceWords(
  tx: Transaction,
  { visibility }: MatterRow,
  { note, photoIds = [] }: ActOnMatter,
  { office, personId }: Acting,
  parts: ActParts,
): Promise<boolean> {
  if (office || (!note && photoIds.length === 0)) return true
  await enforceConsent(tx, personId)
  return visibility !== 'public' || mayShowNote(tx, { authorId: personId, text: note ?? '' }, parts)
}

interface Saving {
  context: Context
  row: MatterRow
  target: MatterRow | undefined
  input: ActOnMatter
  matter: Matter
  doing: Acting
  wordsShown: boolean
}

async function save(
  tx: Transaction,
  { context, row, matter, target, input, doing, wordsShown }: Saving,
): Promise<MatterRow> {
  const heir = input.act === 'withdraw' ? await heirOf(tx, row, doing.personId) : undefined
  if (heir) return handOver(tx, row, doing, heir)
  const columns = columnsOf(changesOf(matter, input, doing), {
    leadName: leadNameAfter(input.act, doing),
    supports: doing.supports.map(({ kind, placeId, name }) => ({ kind, placeId, name })),
  })
  // What was merged into it went along to the other and stays there.
  const homes = input.act === 'unmerge' ? { joined_homes: await countHomes(tx, row) } : {}
  const changed = await saveChanges(tx, row, { ...columns, ...homes })
  await saveEvent(tx, { ...actedStep(context, changed, input, doing), words_shown: wordsShown })
  await attachPhotos(tx, {
    communityId: row.community_id,
    personId: doing.personId,
    photoIds: input.photoIds ?? [],
    subject: { kind: 'matter', id: row.matter_id },
    moment: input.act === 'resolve' ? 'after' : 'other',
    seq: changed.revision,
    at: doing.now,
  })
  if (target) await absorb(tx, context, changed, target)
  if (input.act === 'unmerge' && row.merged_into) await letGo(tx, context, row.merged_into, changed)
  await tellOfAct(tx, changed, { act: input.act, byPersonId: doing.personId, at: doing.now })
  await scheduleAfter(tx, changed, input.act)
  return changed
}

async function recordAct(
  tx: Transaction,
  { region }: Context,
  row: MatterRow,
  input: ActOnMatter,
  { office, personId, now }: Acting,
): Promise<void> {
  await record(tx, {
    regionId: region.regionId,
    at: now,
    personId,
    role: office?.role ?? null,
    // With others behind it a withdrawal only hands the matter on.
    act: `matter.${input.act === 'withdraw' && row.state !== 'withdrawn' ? 'hand_over' : input.act}`,
    subject: { kind: 'matter', id: row.matter_id },
    // Auditors read the log: of what is restricted it says what was done, not why.
    reason: row.visibility === 'restricted' ? undefined : input.note,
  })
}
