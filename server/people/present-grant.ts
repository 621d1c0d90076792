import { grantActsFor, type Founding, type Grant, type GrantView } from '#core/people'
import type { Actor } from '#core/permissions'
import type { GrantRow } from './grant-repository'

/** A grant as one reader sees it, with the acts open to them. */
export function presentGrant(row: GrantRow, grant: Grant, actor: Actor, founding: Founding): GrantView {
  return {
    grantId: row.grant_id,
    regionId: row.region_id,
    role: row.role,
    officialName: row.official_name,
    placeId: row.place_id,
    placeName: row.place_name,
    isLead: row.is_lead,
    isActing: row.is_acting,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    evidence: row.evidence,
    state: row.state,
    reason: row.reason,
    acts: grantActsFor(actor, grant, founding),
  }
}
