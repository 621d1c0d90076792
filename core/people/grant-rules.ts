import type { PlaceKind, RegionKind } from '../places'
import type { Role } from '../permissions'

/** Longest period of one grant; then it is granted again (domain.md 3: "for a period"). ○ */
export const GRANT_MAX_YEARS = 5

/** Longest period for which a vacant office is held by somebody acting. ○ */
export const ACTING_MAX_MONTHS = 6

interface GrantRule {
  /** Kinds of place the role is held at. */
  at: readonly (PlaceKind | RegionKind)[]
  /** Who may propose it. */
  proposedBy: readonly Role[]
  /** Who, as a second person, confirms it; null when one person is enough. */
  confirmedBy: readonly Role[] | null
  /** What to write as evidence, in words for the form. */
  evidence: string
  /** Given to those who ask for it themselves, never by hand: `proposedBy` answers the request, and may end it. */
  onRequest?: true
  /** Somebody may be named for it while nobody is in office: those above it who propose it name them (domain.md 3). */
  acting?: true
}

/**
 * 授权. Who grants what on which evidence: the table of domain.md 3, one row per role. `null`: not granted by hand
 * (a council is elected; agency officers need parts that are not here yet).
 */
export const GRANT_RULES: Record<Role, GrantRule | null> = {
  building_head: {
    at: ['building', 'entrance', 'courtyard'],
    proposedBy: ['community_staff'],
    confirmedBy: null,
    evidence: '居民推选的时间和记录',
    acting: true,
  },
  council_member: null,
  owners_committee: {
    at: ['estate'],
    proposedBy: ['community_staff'],
    confirmedBy: null,
    evidence: '业委会备案号',
  },
  property_staff: {
    at: ['estate'],
    proposedBy: ['property_staff', 'community_secretary'],
    confirmedBy: ['community_staff'],
    evidence: '物业合同或工作证号',
  },
  volunteer: {
    at: ['community'],
    proposedBy: ['community_staff'],
    confirmedBy: null,
    evidence: '本人的申请',
    onRequest: true,
  },
  grid_worker: {
    at: ['grid', 'functional_grid'],
    proposedBy: ['community_staff', 'community_secretary'],
    confirmedBy: null,
    evidence: '任用文件',
    acting: true,
  },
  grid_chief: {
    at: ['grid', 'functional_grid'],
    proposedBy: ['community_staff', 'community_secretary'],
    confirmedBy: null,
    evidence: '任用文件',
    acting: true,
  },
  grid_specialist: {
    at: ['grid', 'functional_grid'],
    proposedBy: ['subdistrict_staff', 'district_staff'],
    confirmedBy: null,
    evidence: '部门派驻文件',
  },
  agency_officer: null,
  community_staff: {
    at: ['community'],
    proposedBy: ['community_secretary'],
    confirmedBy: null,
    evidence: '任用文件',
    acting: true,
  },
  counselling_triage: {
    at: ['community'],
    proposedBy: ['community_secretary'],
    confirmedBy: null,
    evidence: '指定和保密约定的时间',
  },
  aid_triage: {
    at: ['community'],
    proposedBy: ['community_secretary'],
    confirmedBy: null,
    evidence: '指定和保密约定的时间',
  },
  residents_committee: {
    at: ['community'],
    proposedBy: ['subdistrict_staff'],
    confirmedBy: null,
    evidence: '居委会选举结果',
    acting: true,
  },
  community_secretary: {
    at: ['community'],
    proposedBy: ['subdistrict_staff'],
    confirmedBy: null,
    evidence: '任职文件',
    acting: true,
  },
  subdistrict_staff: {
    at: ['subdistrict'],
    proposedBy: ['district_staff', 'administrator'],
    confirmedBy: ['district_staff', 'administrator'],
    evidence: '任用文件',
  },
  district_staff: {
    at: ['district'],
    proposedBy: ['district_staff', 'administrator'],
    confirmedBy: ['district_staff', 'administrator'],
    evidence: '任用文件',
  },
  auditor: {
    at: ['district', 'subdistrict', 'community'],
    proposedBy: ['district_staff', 'administrator'],
    confirmedBy: ['district_staff', 'administrator'],
    evidence: '审计委派文件',
  },
  administrator: {
    at: ['district'],
    proposedBy: ['administrator'],
    confirmedBy: ['administrator', 'district_staff'],
    evidence: '任用文件',
  },
}

/** Two persons of two offices: one of district staff and one administrator, in either order (domain.md 3). */
export const TWO_OFFICES: readonly Role[] = ['subdistrict_staff', 'district_staff', 'auditor']
