import {
  BYLAW_ACTS,
  bylawReplacedInWords,
  decideBylawAct,
  officeForOwners,
  type Bylaw,
  type BylawAct,
  type BylawView,
} from '#core/votes'
import { DomainError } from '#core/errors'
import { enforce, signedAs } from '#core/permissions'
import { record } from '#server/audit/index'
import type { ActingRole, Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import type { VoteParts } from '../parts'
import { listCommittees } from '../vote-place'
import { presentBylaw } from './present-bylaw'
import { bylawOf, findBylaw, lockBylaw, type BylawRow } from './repository'
import { tellRecorder } from './tell-bylaw'

export interface ActOnBylaw {
  bylawId: string
  act: BylawAct
  reason?: string | undefined
}

interface Doing {
  act: BylawAct
  reason: string | undefined
  /** In which office it is done. */
  office: ActingRole
}

/**
 * 确认、不认、收回、停用. Of two at once one wins and the other is told that it changed. What is put in force takes the place of
 * what was in force there.
 */
export async function actOnBylaw(
  context: Context,
  { bylawId, act, reason }: ActOnBylaw,
  parts: Pick<VoteParts, 'contentCheck'>,
): Promise<BylawView> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    const row = await lockBylaw(tx, region.regionId, bylawId)
    if (!row) throw new DomainError('NOT_FOUND')
    const bylaw = bylawOf(row, await listCommittees(tx, row.jurisdiction, now()))
    enforce(decideBylawAct(actor, bylaw, { act, reason }))
    if (reason && parts.contentCheck.check(reason).verdict !== 'clear')
      throw new DomainError('VOTE_WORDS_REFUSED', 'reason')
    const doing: Doing = { act, reason, office: officeOf(actor.roles, bylaw, act) }
    if (act === 'put_in_force') await endTheOld(tx, context, row, doing)
    await save(tx, context, row, doing)
    await tellRecorder(tx, context, row, act)
    return presentBylaw(tx, context, (await findBylaw(tx, region.regionId, bylawId)) as BylawRow)
  })
}

/** The secretary signs as such, whatever else they are; who takes back, and everybody else, as who may record. */
function officeOf(roles: readonly ActingRole[], bylaw: Bylaw, act: BylawAct): ActingRole {
  const recording = officeForOwners(roles, bylaw)
  if (act === 'take_back' && recording) return recording
  const secretary = roles.find(
    ({ role, placeId }) => role === 'community_secretary' && bylaw.jurisdiction.includes(placeId),
  )
  return secretary ?? (recording as ActingRole)
}

/** 换成了…: one is in force at a place. */
async function endTheOld(tx: Transaction, context: Context, row: BylawRow, doing: Doing): Promise<void> {
  const old = await tx
    .selectFrom('bylaws')
    .select(['community_id', 'bylaw_id', 'title', 'recorded_by'])
    .where('community_id', '=', row.community_id)
    .where('place_id', '=', row.place_id)
    .where('state', '=', 'in_force')
    .forUpdate()
    .executeTakeFirst()
  if (!old) return
  await save(tx, context, old, { ...doing, act: 'end', reason: bylawReplacedInWords(row.title) })
  await tellRecorder(tx, context, old, 'end')
}

/** Its new state, who did it as they sign, and the act on record. */
async function save(
  tx: Transaction,
  { actor, now }: Context,
  { community_id, bylaw_id }: Pick<BylawRow, 'community_id' | 'bylaw_id'>,
  { act, reason, office }: Doing,
): Promise<void> {
  const [by, name, at] = [actor.personId, signedAs(office), now()]
  await tx
    .updateTable('bylaws')
    .set({
      state: BYLAW_ACTS[act].to,
      reason: reason ?? null,
      ...(act === 'end'
        ? { ended_by: by, ended_name: name, ended_at: at }
        : { decided_by: by, decided_name: name, decided_at: at }),
    })
    .where('community_id', '=', community_id)
    .where('bylaw_id', '=', bylaw_id)
    .execute()
  await record(tx, {
    regionId: community_id,
    at,
    personId: by,
    role: office.role,
    act: `bylaw.${act}`,
    subject: { kind: 'bylaw', id: bylaw_id },
    reason,
  })
}
