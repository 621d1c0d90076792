import {
  canReport,
  firstLevelOf,
  serviceOf,
  type Level,
  type MatterView,
  type ServiceCode,
} from '#core/matters'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import { pathName, reportable } from '#core/places'
import { record } from '#server/audit/index'
import { sendToInbox } from '#server/inbox/index'
import { listStaffIds, rememberCommunity } from '#server/people/index'
import {
  findPlace,
  findPlaceOfCode,
  listGridsCovering,
  type CoveringGrid,
  type StoredPlace,
} from '#server/places/index'
import type { Context } from '#server/platform/context'
import { newId, type Transaction } from '#server/platform/db/index'
import { presentMatter } from './present-matter'
import { findMatter, listEvents, saveEvent, type MatterRow, type StoredEvent } from './repository'

export interface ReportMatter {
  placeId: string
  doorCode?: string | undefined
  serviceCode: ServiceCode
  title: string
  text?: string | undefined
  floor?: string | undefined
}

/** 报事. By a resident of the community, or by whoever stands at the place with its door code. */
export async function reportMatter(context: Context, input: ReportMatter): Promise<MatterView> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    const byDoorCode = await provesPlace(tx, context, input)
    enforce(canReport(actor, byDoorCode))
    const place = await findPlace(tx, region.regionId, input.placeId)
    if (!place) throw new DomainError('PLACE_NOT_HERE', 'placeId')
    if (!reportable(place.kind)) throw new DomainError('PLACE_KIND_WRONG', 'placeId')
    const grids = await listGridsCovering(tx, region.regionId, place.path, now())
    const matterId = await saveMatter(tx, context, { input, place, grids, byDoorCode })
    await saveEvent(tx, submission(context, matterId))
    await rememberCommunity(tx, actor.personId, region.regionId)
    const row = (await findMatter(tx, region.regionId, matterId)) as MatterRow
    await tellTriage(tx, context, row)
    await record(tx, {
      regionId: region.regionId,
      at: now(),
      personId: actor.personId,
      role: null,
      act: 'matter.submit',
      subject: { kind: 'matter', id: matterId },
    })
    return presentMatter(row, await listEvents(tx, region.regionId, matterId), region, actor, now())
  })
}

/** A door code stands for its own place only; a wrong one is refused, not ignored. */
async function provesPlace(
  tx: Transaction,
  { region }: Context,
  { doorCode, placeId }: ReportMatter,
): Promise<boolean> {
  if (!doorCode) return false
  const found = await findPlaceOfCode(tx, doorCode)
  if (!found || found.communityId !== region.regionId) throw new DomainError('DOOR_CODE_INVALID', 'doorCode')
  if (found.placeId !== placeId) throw new DomainError('DOOR_CODE_INVALID', 'doorCode')
  return true
}

interface NewMatter {
  input: ReportMatter
  place: StoredPlace
  grids: CoveringGrid[]
  byDoorCode: boolean
}

async function saveMatter(
  tx: Transaction,
  { actor, region, now }: Context,
  matter: NewMatter,
): Promise<string> {
  const { input, place, grids, byDoorCode } = matter
  const service = serviceOf(input.serviceCode)
  if (!service) throw new DomainError('SERVICE_UNKNOWN', 'serviceCode')
  const grid = grids.find(({ kind }) => kind === 'grid') ?? null
  const level: Level = firstLevelOf(service, grid)
  const matterId = newId()
  await tx
    .insertInto('matters')
    .values({
      community_id: region.regionId,
      matter_id: matterId,
      place_id: place.placeId,
      place_name: pathName(place.pathNames),
      jurisdiction: [...region.path, ...place.path.slice(1), ...grids.map(({ gridId }) => gridId)],
      grid_id: grid?.gridId ?? null,
      reporter_id: actor.personId,
      channel: byDoorCode && actor.homes.length === 0 ? 'door_code' : 'resident',
      service_code: input.serviceCode,
      title: input.title,
      text: input.text ? input.text : null,
      floor: input.floor ? input.floor : null,
      state: 'submitted',
      level,
      lead_kind: null,
      lead_place_id: null,
      lead_name: null,
      handler_ids: [],
      outcome: null,
      closed_by: null,
      answered: false,
      submitted_at: now(),
      changed_at: now(),
      resolved_at: null,
      revision: 1,
    })
    .execute()
  await tx
    .insertInto('matter_places')
    .values(
      place.path.map((placeId) => ({
        community_id: region.regionId,
        place_id: placeId,
        matter_id: matterId,
      })),
    )
    .execute()
  return matterId
}

function submission({ actor, region, now }: Context, matterId: string): StoredEvent {
  return {
    community_id: region.regionId,
    matter_id: matterId,
    seq: 1,
    act: 'submit',
    at: now(),
    person_id: actor.personId,
    role: null,
    by_name: null,
    unit_name: null,
    team_name: null,
    outcome: null,
    note: null,
    to_state: 'submitted',
  }
}

async function tellTriage(tx: Transaction, { actor, region, now }: Context, row: MatterRow): Promise<void> {
  const staff =
    row.level === 'grid' && row.grid_id
      ? await listStaffIds(tx, [row.grid_id], ['grid_chief', 'grid_worker'], now())
      : await listStaffIds(tx, [region.regionId], ['community_staff'], now())
  await sendToInbox(tx, {
    communityId: region.regionId,
    personIds: staff.filter((personId) => personId !== actor.personId),
    kind: 'matter_new',
    about: row.title,
    subject: { kind: 'matter', id: row.matter_id },
    at: now(),
  })
}
