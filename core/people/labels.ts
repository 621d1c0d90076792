import type { Relation } from '../permissions'

export const RELATION_LABELS: Record<Relation, string> = {
  owner: '业主',
  family: '家人',
  tenant: '租户',
}
