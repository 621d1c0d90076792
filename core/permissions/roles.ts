/** Roles held at a place, for a period, granted by someone (domain.md 3). `resident` is a membership, not a grant. */
export const ROLES = [
  'building_head',
  'council_member',
  'owners_committee',
  'property_staff',
  'volunteer',
  'grid_worker',
  'grid_chief',
  'grid_specialist',
  'agency_officer',
  'community_staff',
  'counselling_triage',
  'aid_triage',
  'residents_committee',
  'community_secretary',
  'subdistrict_staff',
  'district_staff',
  'auditor',
  'administrator',
] as const
export type Role = (typeof ROLES)[number]

export const ROLE_LABELS: Record<Role, string> = {
  building_head: '楼栋长',
  council_member: '理事',
  owners_committee: '业委会',
  property_staff: '物业',
  volunteer: '志愿者',
  grid_worker: '网格员',
  grid_chief: '网格长',
  grid_specialist: '专业网格员',
  agency_officer: '部门工作人员',
  community_staff: '社区工作人员',
  counselling_triage: '心理疏导专人',
  aid_triage: '困难救助专人',
  residents_committee: '居委会',
  community_secretary: '社区书记',
  subdistrict_staff: '街道工作人员',
  district_staff: '区工作人员',
  auditor: '审计员',
  administrator: '管理员',
}

/** A volunteer helps and holds no office: nobody signs with it, and nothing is done in it. */
export function isOffice({ role }: { role: Role }): boolean {
  return role !== 'volunteer'
}

/** An office with the name it signs with. */
interface SignedOffice {
  officialName: string
  role: Role
  /** Holds a vacant office until somebody is in it. */
  isActing?: boolean | undefined
}

/** 网格员, or 代理网格员 for who holds a vacant office. */
export function officeInWords({ role, isActing }: Omit<SignedOffice, 'officialName'>): string {
  return isActing ? `代理${ROLE_LABELS[role]}` : ROLE_LABELS[role]
}

/** 张师傅（网格员）: how someone in office signs. */
export function signedAs(office: SignedOffice): string {
  return `${office.officialName}（${officeInWords(office)}）`
}
