import {
  canRecord,
  canReport,
  canResolveOnSpot,
  isPatrolOnly,
  matterKindOf,
  namedTriageOf,
  triageOffice,
  visibilityOf,
  type MatterView,
  type Outcome,
  type ServiceCode,
  type ShownAs,
  type StaffChannel,
  type TeamKind,
} from '#core/matters'
import { DomainError } from '#core/errors'
import type { WordsState } from '#core/moderation'
import { enforce, isOffice, signedAs } from '#core/permissions'
import { reportable } from '#core/places'
import { record } from '#server/audit/index'
import { showWords } from '#server/moderation/index'
import { enforceConsent, enforceContactKey, listStaffIds, rememberCommunity } from '#server/people/index'
import { attachPhotos } from '#server/photos/index'
import { findPlaceAt, findPlaceOfCode, listGridsCovering } from '#server/places/index'
import { linkToItem } from '#server/rounds/index'
import type { Context } from '#server/platform/context'
import type { ServerParts } from '#server/platform/http/parts'
import type { Transaction } from '#server/platform/db/index'
import { saveEvent, stepOf } from './events'
import { newMatterOf, type Draft, type NewMatter } from './new-matter'
import { readView } from './present-matter'
import { indexMatter } from './index-matter'
import { findMatter, type MatterRow } from './repository'
import { resolveOnSpot } from './resolve-on-spot'
import { findComplained } from './teams'
import { holdersOf, tellOf } from './tell'

export interface ReportMatter {
  placeId: string
  doorCode?: string | undefined
  serviceCode: ServiceCode
  title: string
  text?: string | undefined
  floor?: string | undefined
  shownAs?: ShownAs
  photoIds?: string[]
  complained?: TeamKind | undefined
  channel?: StaffChannel | undefined
  callerPhone?: string | undefined
  onSpot?: { outcome: Outcome; note: string; photoIds?: string[] } | undefined
  /** The action item of a round that is handled this way. */
  itemId?: string | undefined
}

/** What is known of a matter that comes of a wish. */
export type OfWish = Pick<ReportMatter, 'placeId' | 'serviceCode' | 'title' | 'text' | 'shownAs'>

/** What a report needs besides its context: seals a caller's phone, checks the words. */
export type ReportParts = Pick<ServerParts, 'contactBox' | 'contentCheck'>

/** 报事. By a resident of the community, by whoever stands at the place with its door code, or put down by staff. */
export function reportMatter(context: Context, input: ReportMatter, parts: ReportParts): Promise<MatterView> {
  return report(context, input, parts, false)
}

/** What a wish becomes, at its author's word: who spoke for a neighbour need not live there. No route leads here. */
export function reportOfWish(context: Context, input: OfWish, parts: ReportParts): Promise<MatterView> {
  return report(context, input, parts, true)
}

async function report(
  context: Context,
  input: ReportMatter,
  parts: ReportParts,
  ofWish: boolean,
): Promise<MatterView> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    await enforceConsent(tx, actor.personId)
    const draft = await draftOf(tx, context, input, ofWish)
    const row = await saveMatter(tx, context, draft, parts)
    await saveEvent(tx, submission(context, row))
    await attachPhotos(tx, {
      communityId: region.regionId,
      personId: actor.personId,
      photoIds: input.photoIds ?? [],
      subject: { kind: 'matter', id: row.matter_id },
      moment: 'before',
      at: now(),
    })
    if (input.itemId)
      await linkToItem(tx, context, { itemId: input.itemId, kind: 'matter', id: row.matter_id })
    await rememberCommunity(tx, actor.personId, region.regionId)
    await tellTriage(tx, context, row)
    await record(tx, {
      regionId: region.regionId,
      at: now(),
      personId: actor.personId,
      role: draft.office ?? null,
      act: 'matter.submit',
      subject: { kind: 'matter', id: row.matter_id },
    })
    return readView(tx, context, input.onSpot ? await resolveOnSpot(tx, context, row, input.onSpot) : row)
  })
}

/** Everything that is known before it is saved; throws what stands against it. */
async function draftOf(
  tx: Transaction,
  context: Context,
  input: ReportMatter,
  ofWish: boolean,
): Promise<Draft> {
  const { actor, region, now } = context
  const byDoorCode = await provesPlace(tx, context, input)
  if (!input.channel && !ofWish) enforce(canReport(actor, byDoorCode))
  const place = await findPlaceAt(tx, region.regionId, input.placeId, now())
  if (!place || place.isOver) throw new DomainError('PLACE_NOT_HERE', 'placeId')
  const kind = matterKindOf(input.serviceCode)
  const fits = kind === 'premises' ? place.kind === 'premises' : reportable(place.kind)
  if (!fits) throw new DomainError('PLACE_KIND_WRONG', 'placeId')
  const grids = await listGridsCovering(tx, region.regionId, place.path, now())
  const jurisdiction = [...region.path, ...place.path.slice(1), ...grids.map(({ gridId }) => gridId)]
  const gridId = grids.find((grid) => grid.kind === 'grid')?.gridId ?? null
  if (input.channel) enforce(canRecord(actor, { jurisdiction }, input.channel))
  if (isPatrolOnly(input.serviceCode) && input.channel !== 'patrol')
    throw new DomainError('SERVICE_NOT_BY_RESIDENTS', 'serviceCode')
  if (input.onSpot)
    enforce(canResolveOnSpot(actor, { gridId, kind, visibility: visibilityOf(input.serviceCode) }))
  await enforceNamedTriage(tx, context, input.serviceCode)
  // Only a complaint is about a unit: naming one elsewhere would keep it from its work.
  if (input.complained && kind !== 'complaint') throw new DomainError('COMPLAINED_UNKNOWN', 'complained')
  // A functional grid answers for its subject, not for the place.
  const answering = jurisdiction.filter((id) => id === gridId || grids.every((grid) => grid.gridId !== id))
  const complained =
    input.complained && (await findComplained(tx, region.regionId, answering, input.complained, now()))
  const office =
    input.channel && actor.roles.find((held) => isOffice(held) && jurisdiction.includes(held.placeId))?.role
  return { input, place, grids, jurisdiction, byDoorCode, complained, office }
}

/** What only named persons may know of is not taken in while nobody is named. */
async function enforceNamedTriage(
  tx: Transaction,
  { region, now }: Context,
  code: ServiceCode,
): Promise<void> {
  const role = namedTriageOf(matterKindOf(code))
  if (!role) return
  const named = await listStaffIds(tx, [region.regionId], [role], now())
  if (named.length === 0) throw new DomainError('NAMED_TRIAGE_MISSING', 'serviceCode')
}

/** A door code stands for its own place only; a wrong one is refused, not ignored. */
async function provesPlace(
  tx: Transaction,
  { region, now }: Context,
  { doorCode, placeId }: ReportMatter,
): Promise<boolean> {
  if (!doorCode) return false
  const found = await findPlaceOfCode(tx, doorCode, now())
  if (!found || found.communityId !== region.regionId) throw new DomainError('DOOR_CODE_INVALID', 'doorCode')
  if (found.placeId !== placeId) throw new DomainError('DOOR_CODE_INVALID', 'doorCode')
  return true
}

async function saveMatter(
  tx: Transaction,
  context: Context,
  draft: Draft,
  parts: ReportParts,
): Promise<MatterRow> {
  const { region } = context
  if (draft.input.callerPhone) await enforceContactKey(tx, parts.contactBox)
  const values = newMatterOf(context, draft, parts.contactBox)
  values.words_state = await wordsStateOf(tx, values, context, parts)
  await tx
    .insertInto('matters')
    .values({ ...values, supports: '[]' })
    .execute()
  if (values.visibility === 'public') {
    await tx
      .insertInto('matter_places')
      .values(
        draft.place.path.map((placeId) => ({
          community_id: region.regionId,
          place_id: placeId,
          matter_id: values.matter_id,
        })),
      )
      .execute()
  }
  const row = (await findMatter(tx, region.regionId, values.matter_id)) as MatterRow
  await indexMatter(tx, row)
  return row
}

/** What staff put down is theirs to answer for and seen at once; what a resident wrote is checked before neighbours see it. */
async function wordsStateOf(
  tx: Transaction,
  { visibility, recorder_id, matter_id, title, text }: NewMatter,
  { actor, region, now }: Context,
  parts: ReportParts,
): Promise<WordsState> {
  if (visibility !== 'public') return 'staff_only'
  if (recorder_id) return 'shown'
  const words = {
    communityId: region.regionId,
    target: { kind: 'matter', id: matter_id } as const,
    authorId: actor.personId,
    text: [title, text].filter(Boolean).join('\n'),
    about: title,
    at: now(),
  }
  return showWords(tx, words, parts)
}

function submission({ actor, now }: Context, row: MatterRow) {
  const recorded = row.recorder_id !== null
  const office = recorded
    ? actor.roles.find((held) => isOffice(held) && row.jurisdiction.includes(held.placeId))
    : undefined
  return stepOf(row, {
    act: 'submit',
    at: now(),
    person_id: actor.personId,
    role: office?.role ?? null,
    by_name: office ? signedAs(office) : null,
    details: { channel: row.channel },
  })
}

async function tellTriage(tx: Transaction, { actor, now }: Context, row: MatterRow): Promise<void> {
  const workers =
    row.level === 'grid' && row.grid_id ? await listStaffIds(tx, [row.grid_id], ['grid_worker'], now()) : []
  const triage = await holdersOf(tx, row, triageOffice, now())
  await tellOf(tx, row, 'matter_new', [...triage, ...workers], { byPersonId: actor.personId, at: now() })
}
