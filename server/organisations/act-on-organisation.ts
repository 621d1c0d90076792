import { DomainError } from '#core/errors'
import {
  decideOrganisationAct,
  INSIDE,
  ORGANISATION_ACTS,
  type MemberState,
  type OrganisationAct,
  type OrganisationView,
} from '#core/organisations'
import { enforce } from '#core/permissions'
import { sendToInbox } from '#server/inbox/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { makeLead } from './leads'
import { readerOf } from './list-organisations'
import { tellLeft, type MemberLeftListeners } from './member-left'
import {
  lockOrganisation,
  organisationOf,
  findOrganisation,
  type OrganisationRow,
} from './organisation-repository'
import { presentOrganisation } from './present-organisation'
import { recordOn } from './record-on'

/** 请一位新的负责人, by the code they read out. */
export async function nameLead(
  context: Context,
  { organisationId, personCode }: { organisationId: string; personCode: string },
): Promise<OrganisationView> {
  return context.transact(async (tx) => {
    const row = await lockFor(tx, context, organisationId, 'name_lead')
    await makeLead(tx, context, { organisationId, name: row.name, personCode })
    await recordOn(tx, context, 'organisation.name_lead', { kind: 'organisation', id: organisationId })
    return present(tx, context, organisationId)
  })
}

/** 不再办了: everybody in it stops being a member, and whoever waits for an answer gets one. */
export async function endOrganisation(
  context: Context,
  listeners: MemberLeftListeners,
  { organisationId, reason }: { organisationId: string; reason?: string | undefined },
): Promise<OrganisationView> {
  const { region, now } = context
  return context.transact(async (tx) => {
    const row = await lockFor(tx, context, organisationId, 'end', reason)
    await tx
      .updateTable('organisations')
      .set({ state: ORGANISATION_ACTS.end.to, ended_at: now(), ended_reason: reason ?? '' })
      .where('community_id', '=', region.regionId)
      .where('organisation_id', '=', organisationId)
      .execute()
    const members = await endStandings(tx, context, organisationId, 'left', INSIDE)
    const askers = await endStandings(tx, context, organisationId, 'refused', ['asked'], reason)
    await sendToInbox(tx, {
      communityId: region.regionId,
      personIds: [...members, ...askers],
      kind: 'organisation_ended',
      about: row.name,
      subject: { kind: 'organisation', id: organisationId },
      at: now(),
    })
    await tellLeft(tx, listeners, {
      communityId: region.regionId,
      organisationId,
      personIds: members,
      at: now(),
    })
    await recordOn(tx, context, 'organisation.end', { kind: 'organisation', id: organisationId }, { reason })
    return present(tx, context, organisationId)
  })
}

async function lockFor(
  tx: Transaction,
  context: Context,
  organisationId: string,
  act: OrganisationAct,
  reason?: string,
): Promise<OrganisationRow> {
  const row = await lockOrganisation(tx, readerOf(context), organisationId)
  if (!row) throw new DomainError('NOT_FOUND')
  enforce(decideOrganisationAct(context.actor, organisationOf(context.region, row), act, reason))
  return row
}

/** Ends what people are in it, in one statement; answers whose it was. */
async function endStandings(
  tx: Transaction,
  { actor, region }: Context,
  organisationId: string,
  to: 'left' | 'refused',
  from: readonly MemberState[],
  reason?: string,
): Promise<string[]> {
  const rows = await tx
    .updateTable('organisation_members')
    .set({ state: to, decided_by: actor.personId, reason: reason ?? null })
    .where('community_id', '=', region.regionId)
    .where('organisation_id', '=', organisationId)
    .where('state', 'in', from)
    .returning('person_id')
    .execute()
  return rows.map((row) => row.person_id)
}
async function present(tx: Transaction, context: Context, organisationId: string): Promise<OrganisationView> {
  const row = await findOrganisation(tx, readerOf(context), organisationId)
  return presentOrganisation(context, row as OrganisationRow)
}
