import type { Role } from '../permissions'
import { matterKindOf, SERVICES, type MatterKind, type ServiceCode } from './catalogue'

/**
 * 谁看得到 (domain.md 5): what concerns the building is public; appeal services are private to reporter and handlers;
 * that a counselling or aid matter exists is known to nobody but the author, the assigned and the named triage.
 */
export const VISIBILITIES = ['public', 'private', 'restricted'] as const
export type Visibility = (typeof VISIBILITIES)[number]

const VISIBILITY: Record<MatterKind, Visibility> = {
  component: 'public',
  incident: 'public',
  building_matter: 'public',
  premises: 'public',
  hazard: 'public',
  mediation: 'private',
  legal_advice: 'private',
  complaint: 'private',
  counselling: 'restricted',
  aid: 'restricted',
}

/** Who may know of a matter of this service. */
export function visibilityOf(code: ServiceCode): Visibility {
  return VISIBILITY[matterKindOf(code)]
}

/** The role that is named for a restricted kind; its holders alone triage it. */
const NAMED_TRIAGE: Partial<Record<MatterKind, Role>> = {
  counselling: 'counselling_triage',
  aid: 'aid_triage',
}

/** The named triage of a restricted kind; undefined for every other. */
export function namedTriageOf(kind: MatterKind): Role | undefined {
  return NAMED_TRIAGE[kind]
}

export const NAMED_TRIAGE_ROLES = Object.values(NAMED_TRIAGE)

/** The restricted services that holders of a role are named for. */
export function servicesNamedFor(role: Role): ServiceCode[] {
  return SERVICES.filter(({ kind }) => namedTriageOf(kind) === role).map(({ code }) => code)
}

/** Services found by staff on patrol only; a resident says what it is. */
export function isPatrolOnly(code: ServiceCode): boolean {
  return matterKindOf(code) === 'hazard'
}
