import { z } from 'zod/mini'
import {
  matterKindOf,
  OUTCOMES,
  SERVICE_CODES,
  settlesOnSpot,
  SHOWN_AS,
  STAFF_CHANNELS,
  suggestService,
  TEAM_KINDS,
  visibilityOf,
  type Outcome,
  type ServiceCode,
  type ShownAs,
  type StaffChannel,
  type TeamKind,
} from '#core/matters'
import { parseKeptPhotos, type KeptPhoto } from '@/parts/photos'
import type { ReportPlace, ReportStart } from './report-start'

/** What a report is made of, while it is written. */
export interface ReportDraft {
  title: string
  text: string
  floor: string
  /** Chosen by hand; else the words decide. */
  serviceCode?: ServiceCode
  place?: ReportPlace
  /** What stands there and is meant: a lamp, a lift. */
  facility?: { placeId: string; name: string }
  photos: KeptPhoto[]
  /** Of what was settled on the spot. */
  photosAfter: KeptPhoto[]
  shownAs: ShownAs
  /** Of a complaint: whom it is about. */
  complained?: TeamKind
  /** By staff: how they learnt of it; left out: it is their own, as a resident. */
  channel?: StaffChannel
  callerPhone: string
  /** Settled on the spot: what came of it. */
  onSpot?: { outcome: Outcome; note: string }
}

const keptDraft = z.object({
  title: z.string(),
  text: z.string(),
  floor: z.string(),
  serviceCode: z.optional(z.enum(SERVICE_CODES)),
  photos: z._default(z.unknown(), []),
  photosAfter: z._default(z.unknown(), []),
  shownAs: z._default(z.enum(SHOWN_AS), 'resident'),
  complained: z.optional(z.enum(TEAM_KINDS)),
  channel: z.optional(z.enum(STAFF_CHANNELS)),
  callerPhone: z._default(z.string(), ''),
  onSpot: z.optional(z.object({ outcome: z.enum(OUTCOMES), note: z.string() })),
  place: z.optional(
    z.object({
      communityId: z.string(),
      placeId: z.string(),
      name: z.string(),
      doorCode: z.optional(z.string()),
    }),
  ),
})

/** One draft a person, and one for each item it settles: several may share a phone. */
export const draftKey = ({ personId, ofItem }: ReportStart): string =>
  ['report', personId, ...(ofItem ? [ofItem.itemId] : [])].join('.')

export function emptyDraft({ place, lives, channels, ofItem }: ReportStart): ReportDraft {
  return {
    title: ofItem?.title ?? '',
    text: ofItem?.promise ?? '',
    floor: '',
    place,
    photos: [],
    photosAfter: [],
    shownAs: 'resident',
    channel: lives || place?.doorCode ? undefined : channels[0],
    callerPhone: '',
  }
}

/** What was kept, as far as it still fits: another place than the one of the door just scanned does not. */
export function restoreDraft(start: ReportStart): (kept: unknown) => Partial<ReportDraft> | undefined {
  return (kept) => {
    const { success, data } = keptDraft.safeParse(kept)
    if (!success) return undefined
    const { place, photos, photosAfter, channel, ...rest } = data
    const words = {
      ...rest,
      photos: parseKeptPhotos(photos),
      photosAfter: parseKeptPhotos(photosAfter),
      ...(channel && start.channels.includes(channel) ? { channel } : {}),
    }
    const fits = start.lives && !start.place?.doorCode && place?.communityId === start.communityId
    return fits && !place.doorCode ? { ...words, place } : words
  }
}

/** The category a report goes to. */
export function serviceFor({ serviceCode, title }: ReportDraft): ServiceCode {
  return serviceCode ?? suggestService(title)
}

/** Whether what is written about may be settled on the spot by who puts it down: only then it is asked about. */
export function mayBeSettled({ mayHandleOnSpot }: ReportStart, draft: ReportDraft): boolean {
  const serviceCode = serviceFor(draft)
  const matter = { kind: matterKindOf(serviceCode), visibility: visibilityOf(serviceCode) }
  return mayHandleOnSpot && draft.channel !== undefined && settlesOnSpot(matter)
}

/** What came of it on the spot, as long as that is asked about: another category or channel leaves it out. */
export function onSpotOf(start: ReportStart, draft: ReportDraft): ReportDraft['onSpot'] {
  return mayBeSettled(start, draft) ? draft.onSpot : undefined
}
