import {
  answerEndsAt,
  decideAct,
  decideInput,
  matterPolicy,
  officeFor,
  transitionOf,
  type ActInput,
  type Matter,
  type MatterView,
  type TeamItem,
} from '#core/matters'
import { DomainError } from '#core/errors'
import { enforce, refused, signedAs, type Actor, type Decision } from '#core/permissions'
import { record } from '#server/audit/index'
import { enqueue } from '#server/platform/jobs/index'
import type { ActingRole, Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { changesOf } from './changes'
import { presentMatter } from './present-matter'
import { listEvents, lockMatter, matterOf, saveEvent, type MatterRow, type StoredEvent } from './repository'
import { findTeam } from './teams'
import { tellOfAct } from './tell'

export interface ActOnMatter extends ActInput {
  matterId: string
  /** The revision the caller saw: nobody acts on what they haven't seen. */
  revision: number
}

/** Does one act of the workflow. Of two at once one wins and the other is told that it changed. */
export async function actOnMatter(context: Context, input: ActOnMatter): Promise<MatterView> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    const row = await lockMatter(tx, region.regionId, input.matterId)
    if (!row) throw new DomainError('NOT_FOUND')
    const matter = matterOf(row)
    enforce(decideInTime(actor, matter, input, { revision: row.revision, now: now() }))
    enforce(decideInput(input))
    if (input.revision !== row.revision) throw new DomainError('STATE_CHANGED')
    const team = await teamOf(tx, matter, input, now())
    const office = officeFor(actor.roles, matter, input.act)
    const changed = await saveChanges(
      tx,
      row,
      changesOf(row, input, { team, office, personId: actor.personId, now: now() }),
    )
    await saveEvent(tx, eventOf(context, changed, input, { team, office }))
    await tellOfAct(tx, changed, { act: input.act, byPersonId: actor.personId, at: now() })
    if (input.act === 'resolve') await scheduleClosing(tx, changed)
    await record(tx, {
      regionId: region.regionId,
      at: now(),
      personId: actor.personId,
      role: office?.role ?? null,
      act: `matter.${input.act}`,
      subject: { kind: 'matter', id: row.matter_id },
      reason: input.note,
    })
    return presentMatter(changed, await listEvents(tx, region.regionId, row.matter_id), region, actor, now())
  })
}

/** Who lost their say because somebody else was first is told that, not that it was never theirs. */
function decideInTime(
  actor: Actor,
  matter: Matter,
  { act, revision }: ActOnMatter,
  current: { revision: number; now: Date },
): Decision {
  const decision = decideAct(actor, matter, act, current.now)
  if (decision.allowed || decision.code !== 'NOT_ALLOWED' || revision === current.revision) return decision
  return matterPolicy.read_words(actor, matter) ? refused('STATE_CHANGED') : decision
}

async function teamOf(
  tx: Transaction,
  matter: Matter,
  input: ActOnMatter,
  now: Date,
): Promise<TeamItem | undefined> {
  if (input.act !== 'assign' || !input.team) return undefined
  const team = await findTeam(tx, matter, input.team, now)
  if (!team) throw new DomainError('TEAM_UNKNOWN', 'team')
  return team
}

/** Saves what an act changes, with the next revision. */
export async function saveChanges(
  tx: Transaction,
  row: MatterRow,
  changes: Partial<MatterRow>,
): Promise<MatterRow> {
  const next = { ...changes, revision: row.revision + 1 }
  await tx
    .updateTable('matters')
    .set(next)
    .where('community_id', '=', row.community_id)
    .where('matter_id', '=', row.matter_id)
    .execute()
  return { ...row, ...next }
}

interface By {
  team: TeamItem | undefined
  office: ActingRole | undefined
}

function eventOf(
  { actor, region, now }: Context,
  row: MatterRow,
  input: ActOnMatter,
  { team, office }: By,
): StoredEvent {
  const unit =
    office &&
    (office.placeId === row.grid_id ? row.grid_name : office.placeId === region.regionId ? region.name : null)
  return {
    community_id: region.regionId,
    matter_id: row.matter_id,
    seq: row.revision,
    act: input.act,
    at: now(),
    person_id: actor.personId,
    role: office?.role ?? null,
    by_name: office ? signedAs(office.officialName, office.role) : null,
    unit_name: unit ?? null,
    team_name: team?.name ?? null,
    outcome: input.act === 'resolve' ? (input.outcome ?? null) : null,
    note: input.note ? input.note : null,
    to_state: transitionOf(input.act).to,
  }
}

async function scheduleClosing(tx: Transaction, row: MatterRow): Promise<void> {
  const resolvedAt = row.resolved_at as Date
  await enqueue(
    tx,
    'close_unconfirmed',
    { communityId: row.community_id, matterId: row.matter_id, resolvedAt: resolvedAt.toISOString() },
    { runAt: answerEndsAt(resolvedAt), key: `close_unconfirmed:${row.matter_id}` },
  )
}
