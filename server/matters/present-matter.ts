import {
  actsFor,
  answerEndsAt,
  matterPolicy,
  serviceOf,
  type Matter,
  type MatterItem,
  type MatterView,
} from '#core/matters'
import type { Actor } from '#core/permissions'
import type { RegionInScope } from '#server/platform/context'
import { matterOf, type MatterRow, type StoredEvent } from './repository'

/** Acts whose note a resident wrote: only who may read the reporter's words sees it. */
const RESIDENT_NOTES = ['dispute']

/** A matter in a list, as one reader sees it. */
export function presentItem(row: MatterRow, region: RegionInScope, actor: Actor, now: Date): MatterItem {
  const matter = matterOf(row)
  return {
    matterId: row.matter_id,
    title: titleFor(row, matterPolicy.read_words(actor, matter)),
    serviceCode: row.service_code,
    placeName: row.place_name,
    submittedAt: row.submitted_at.toISOString(),
    ...standingOf(row, matter, region, actor, now),
  }
}

/** A matter with its timeline and the acts open to one reader. */
export function presentMatter(
  row: MatterRow,
  events: readonly StoredEvent[],
  region: RegionInScope,
  actor: Actor,
  now: Date,
): MatterView {
  const matter = matterOf(row)
  const wordsShown = matterPolicy.read_words(actor, matter)
  return {
    matterId: row.matter_id,
    communityId: row.community_id,
    title: titleFor(row, wordsShown),
    text: wordsShown ? row.text : null,
    wordsShown,
    serviceCode: row.service_code,
    placeId: row.place_id,
    placeName: row.place_name,
    floor: row.floor,
    submittedAt: row.submitted_at.toISOString(),
    ...standingOf(row, matter, region, actor, now),
    revision: row.revision,
    timeline: events.map((event) => presentEvent(event, row, wordsShown, actor)),
    acts: actsFor(actor, matter, now),
  }
}

/** Neighbours see what it is about, not the reporter's words (docs/adr/0006). */
function titleFor(row: MatterRow, wordsShown: boolean): string {
  return wordsShown ? row.title : `${serviceOf(row.service_code)?.name ?? ''}的事`
}

function standingOf(row: MatterRow, matter: Matter, region: RegionInScope, actor: Actor, now: Date) {
  const resolved = row.resolved_at !== null && (row.state === 'resolved' || row.state === 'closed')
  return {
    state: row.state,
    level: row.level,
    holderName: row.level === 'grid' && row.grid_name ? row.grid_name : region.name,
    leadName: row.lead_name,
    outcome: row.outcome,
    closedBy: row.closed_by,
    resolvedAt: row.resolved_at?.toISOString() ?? null,
    changedAt: row.changed_at.toISOString(),
    mine: row.reporter_id === actor.personId,
    awaitsAnswer:
      resolved &&
      !row.answered &&
      !row.handler_ids.includes(row.reporter_id) &&
      now < answerEndsAt(matter.resolvedAt as Date),
  }
}

function presentEvent(
  event: StoredEvent,
  row: MatterRow,
  wordsShown: boolean,
  actor: Actor,
): MatterView['timeline'][number] {
  const byReporter = event.role === null && event.person_id === row.reporter_id
  return {
    seq: event.seq,
    act: event.act,
    at: event.at.toISOString(),
    byName: byReporter ? (wordsShown ? row.nickname : null) : event.by_name,
    unitName: event.unit_name,
    mine: event.person_id === actor.personId,
    teamName: event.team_name,
    outcome: event.outcome,
    note: wordsShown || !RESIDENT_NOTES.includes(event.act) ? event.note : null,
  }
}
