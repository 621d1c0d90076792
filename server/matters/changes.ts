import type { Changes } from '#core/matters'
import type { NamedTeam } from '#server/platform/db/schema/matters'
import type { StoredMatter } from './repository'

/** Names of the units a change speaks of: their teams know only kind and place. */
export interface Names {
  leadName?: string | null
  supports?: NamedTeam[]
}

const COLUMNS = {
  state: 'state',
  level: 'level',
  firstLevel: 'first_level',
  gridId: 'grid_id',
  jurisdiction: 'jurisdiction',
  assigneeIds: 'assignee_ids',
  handlerIds: 'handler_ids',
  disputerIds: 'disputer_ids',
  outcome: 'outcome',
  resolvedAt: 'resolved_at',
  closedAt: 'closed_at',
  closedBy: 'closed_by',
  changedAt: 'changed_at',
  answered: 'answered',
  reviewed: 'reviewed',
  sentDown: 'sent_down',
  returns: 'returns',
  designated: 'designated',
  arbitration: 'arbitration',
  deferrals: 'deferrals',
  reopenings: 'reopenings',
  reviewAt: 'review_at',
  askedReviewAt: 'asked_review_at',
  mergedInto: 'merged_into',
  mergedAt: 'merged_at',
  reinspectAt: 'reinspect_at',
} as const satisfies Partial<Record<keyof Changes, keyof StoredMatter>>

/** What core's rules change, as columns of the matter's row. */
export function columnsOf(changes: Changes, { leadName, supports }: Names = {}): Partial<StoredMatter> {
  const columns = Object.entries(COLUMNS)
    .filter(([field]) => field in changes)
    .map(([field, column]) => [column, changes[field as keyof Changes]])
  const { lead } = changes
  return {
    ...(Object.fromEntries(columns) as Partial<StoredMatter>),
    ...(lead === undefined ? {} : leadColumns(lead)),
    ...(leadName === undefined ? {} : { lead_name: leadName }),
    ...(changes.supports === undefined ? {} : { supports: supports ?? [] }),
  }
}

function leadColumns(lead: Changes['lead']): Partial<StoredMatter> {
  return lead
    ? { lead_kind: lead.kind, lead_place_id: lead.placeId }
    : { lead_kind: null, lead_place_id: null, lead_name: null }
}
