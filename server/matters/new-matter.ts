import { firstLevelOf, serviceOf, visibilityOf, type TeamKind } from '#core/matters'
import { DomainError } from '#core/errors'
import type { Role } from '#core/permissions'
import { pathName } from '#core/places'
import { sealPhone } from '#server/people/index'
import type { CoveringGrid, StoredPlace } from '#server/places/index'
import type { Context } from '#server/platform/context'
import type { ContactBox } from '#server/platform/crypto/index'
import { newId } from '#server/platform/db/index'
import type { ReportMatter } from './report-matter'
import type { StoredMatter } from './repository'

/** A report with what is known about its place and who puts it down. */
export interface Draft {
  input: ReportMatter
  place: StoredPlace
  grids: CoveringGrid[]
  jurisdiction: string[]
  byDoorCode: boolean
  complained: { kind: TeamKind; placeId: string; name: string } | undefined
  office: Role | undefined
}

/** A matter's row without what the table fills in by itself. */
export type NewMatter = Omit<
  StoredMatter,
  | 'supports'
  | 'assignee_ids'
  | 'reviewed'
  | 'sent_down'
  | 'returns'
  | 'designated'
  | 'deferrals'
  | 'reopenings'
  | 'disputer_ids'
  | 'joined_homes'
>

/** The row of a new matter. */
export function newMatterOf({ actor, region, now }: Context, draft: Draft, box: ContactBox): NewMatter {
  const { input, place, grids, jurisdiction, complained } = draft
  const service = serviceOf(input.serviceCode)
  if (!service) throw new DomainError('SERVICE_UNKNOWN', 'serviceCode')
  const grid = grids.find(({ kind }) => kind === 'grid') ?? null
  const level = firstLevelOf(service, grid)
  const matterId = newId()
  return {
    community_id: region.regionId,
    matter_id: matterId,
    place_id: place.placeId,
    place_name: pathName(place.pathNames),
    jurisdiction,
    grid_id: grid?.gridId ?? null,
    ...originOf(actor, draft),
    author_id: null,
    caller_phone: callerPhoneOf(input, matterId, box),
    service_code: input.serviceCode,
    visibility: visibilityOf(input.serviceCode),
    title: input.title,
    text: input.text ? input.text : null,
    floor: input.floor ? input.floor : null,
    shown_as: input.shownAs ?? 'resident',
    words_state: 'staff_only',
    complained_kind: complained?.kind ?? null,
    complained_place_id: complained?.placeId ?? null,
    complained_name: complained?.name ?? null,
    state: 'submitted',
    level,
    first_level: level,
    lead_kind: null,
    lead_place_id: null,
    lead_name: null,
    handler_ids: [],
    arbitration: null,
    review_at: null,
    asked_review_at: null,
    merged_into: null,
    merged_at: null,
    from_wish_id: null,
    outcome: null,
    closed_by: null,
    closed_at: null,
    answered: false,
    above_told_at: null,
    reinspect_at: null,
    submitted_at: now(),
    changed_at: now(),
    resolved_at: null,
    revision: 1,
  }
}

/** Found on patrol: the finder reports it. Told on a visit or on the phone: nobody in the app did (domain.md 5). */
function originOf({ personId, homes }: Context['actor'], { input, byDoorCode }: Draft) {
  const { channel } = input
  if (!channel) {
    const by = byDoorCode && homes.length === 0 ? ('door_code' as const) : ('resident' as const)
    return { channel: by, reporter_id: personId, recorder_id: null }
  }
  return { channel, reporter_id: channel === 'patrol' ? personId : null, recorder_id: personId }
}

function callerPhoneOf(
  { channel, callerPhone }: ReportMatter,
  matterId: string,
  box: ContactBox,
): Buffer | null {
  if (!callerPhone || !channel || channel === 'patrol') return null
  return sealPhone(box, callerPhone, matterId)
}
