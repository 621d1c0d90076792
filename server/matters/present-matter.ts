import {
  actsFor,
  answerEndsAt,
  authorOf,
  canJoin,
  matterPolicy,
  type Matter,
  type MatterItem,
  type MatterView,
} from '#core/matters'
import type { Actor } from '#core/permissions'
import { listPhotosOf, presentPhotos } from '#server/photos/index'
import type { Context, RegionInScope } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import { holderOf } from './acted-step'
import { listEvents, type StoredEvent } from './events'
import { listJoinerIds } from './joiners'
import { matterOf, type MatterRow } from './repository'
import { titleFor } from './title'

/** A matter in a list, as one reader sees it. */
export function presentItem(row: MatterRow, region: RegionInScope, actor: Actor, now: Date): MatterItem {
  const matter = matterOf(row)
  return {
    matterId: row.matter_id,
    title: titleFor(row, matterPolicy.read_words(actor, matter)),
    serviceCode: row.service_code,
    placeName: row.place_name,
    floor: row.floor,
    channel: row.channel,
    submittedAt: row.submitted_at.toISOString(),
    joinedHomes: row.joined_homes,
    revision: row.revision,
    ...standingOf(row, matter, region, actor, now),
  }
}

/** A matter as its reader finds it: timeline, photos, joiners (three queries), and the acts open to them. */
export async function readView(
  db: Database | Transaction,
  context: Pick<Context, 'actor' | 'region' | 'now' | 'photoKey'>,
  row: MatterRow,
): Promise<MatterView> {
  const { community_id: communityId, matter_id: matterId } = row
  const events = await listEvents(db, communityId, matterId)
  const joinerIds = await listJoinerIds(db, communityId, matterId)
  const photos = await listPhotosOf(db, communityId, [{ kind: 'matter', id: matterId }])
  const { actor, region, now, photoKey } = context
  const viewing = { photoKey, viewerId: actor.personId, now: now() }
  const matter = matterOf(row, joinerIds)
  const wordsShown = matterPolicy.read_words(actor, matter)
  const isStaff = matterPolicy.read_staff_notes(actor, matter)
  const seeing = { wordsShown, isStaff, actor }
  const unseen = new Set(events.filter((event) => !seesWords(event, seeing)).map(({ seq }) => seq))
  return {
    ...presentFacts(row, matter, { region, actor, now: now() }),
    wordsState: authorOf(matter) === actor.personId || isStaff ? row.words_state : null,
    // Who has nothing to do with it may live where the wish was not said.
    fromWishId:
      isStaff || [matter.reporterId, ...joinerIds].includes(actor.personId) ? row.from_wish_id : null,
    timeline: events.map((event) => presentEvent(event, row, seeing)),
    photos: wordsShown
      ? presentPhotos(
          photos.filter(({ seq }) => !unseen.has(seq)),
          viewing,
        )
      : [],
    photosBlurred: isStaff && row.channel !== 'patrol',
    joined: joinerIds.includes(actor.personId),
    mayJoin: canJoin(actor, matter).allowed,
    mayReadContact: matterPolicy.read_contact(actor, matter) && hasContact(row),
    acts: actsFor(actor, matter, now()),
  }
}

const hasContact = ({ reporter_id, channel, caller_phone }: MatterRow): boolean =>
  caller_phone !== null || (reporter_id !== null && channel !== 'patrol')

interface Reading {
  region: RegionInScope
  actor: Actor
  now: Date
}

type Facts = Omit<
  MatterView,
  | 'wordsState'
  | 'fromWishId'
  | 'timeline'
  | 'photos'
  | 'photosBlurred'
  | 'joined'
  | 'mayJoin'
  | 'mayReadContact'
  | 'acts'
>

function presentFacts(row: MatterRow, matter: Matter, { region, actor, now }: Reading): Facts {
  const wordsShown = matterPolicy.read_words(actor, matter)
  const involved =
    wordsShown && (matterPolicy.read_staff_notes(actor, matter) || row.reporter_id === actor.personId)
  return {
    matterId: row.matter_id,
    communityId: row.community_id,
    title: titleFor(row, wordsShown),
    text: wordsShown ? row.text : null,
    wordsShown,
    shownAs: row.shown_as,
    reporterName: involved || (wordsShown && row.shown_as === 'nickname') ? row.nickname : null,
    serviceCode: row.service_code,
    kind: matter.kind,
    visibility: row.visibility,
    channel: row.channel,
    placeId: row.place_id,
    placeName: row.place_name,
    floor: row.floor,
    submittedAt: row.submitted_at.toISOString(),
    ...standingOf(row, matter, region, actor, now),
    supportNames: row.supports.map(({ name }) => name),
    complainedName: wordsShown ? row.complained_name : null,
    joinedHomes: row.joined_homes,
    deferrals: row.deferrals,
    askedReviewAt: row.asked_review_at?.toISOString() ?? null,
    reinspectAt: row.reinspect_at?.toISOString() ?? null,
    mergedInto: row.merged_into,
    revision: row.revision,
  }
}

function standingOf(row: MatterRow, matter: Matter, region: RegionInScope, actor: Actor, now: Date) {
  const resolved = row.resolved_at !== null && (row.state === 'resolved' || row.state === 'closed')
  return {
    state: row.state,
    level: row.level,
    holderName: holderOf(row, region.name),
    leadName: row.lead_name,
    outcome: row.outcome,
    closedBy: row.closed_by,
    resolvedAt: row.resolved_at?.toISOString() ?? null,
    changedAt: row.changed_at.toISOString(),
    reviewAt: row.review_at?.toISOString() ?? null,
    mine: row.reporter_id === actor.personId,
    awaitsAnswer:
      resolved &&
      !row.answered &&
      row.reporter_id !== null &&
      !row.handler_ids.includes(row.reporter_id) &&
      now < answerEndsAt(matter.resolvedAt as Date),
  }
}

interface Seeing {
  wordsShown: boolean
  isStaff: boolean
  actor: Actor
}

/** What an office wrote is for everybody; what a resident wrote with a step goes with the reporter's words, and by itself. */
function seesWords(event: StoredEvent, { wordsShown, isStaff, actor }: Seeing): boolean {
  if (event.role !== null || event.person_id === null) return true
  return isStaff || event.person_id === actor.personId || (wordsShown && event.words_shown)
}

function presentEvent(event: StoredEvent, row: MatterRow, seeing: Seeing): MatterView['timeline'][number] {
  const { wordsShown, isStaff, actor } = seeing
  const byReporter = event.role === null && event.person_id !== null && event.person_id === row.reporter_id
  const named = wordsShown && (isStaff || row.shown_as === 'nickname' || row.reporter_id === actor.personId)
  const { toName, reviewAt, legalBasis, proposedOwner, channel } = event.details
  return {
    seq: event.seq,
    act: event.act,
    at: event.at.toISOString(),
    byName: byReporter ? (named ? row.nickname : null) : event.by_name,
    unitName: event.unit_name,
    mine: event.person_id === actor.personId,
    teamName: event.team_name,
    outcome: event.outcome,
    note: seesWords(event, seeing) ? event.note : null,
    toName: toName ?? null,
    reviewAt: reviewAt ?? null,
    channel: channel ?? null,
    legalBasis: isStaff ? (legalBasis ?? null) : null,
    proposedOwner: isStaff ? (proposedOwner ?? null) : null,
  }
}
