import { z } from 'zod/mini'
import { SERVICE_CODES, suggestService, type ServiceCode } from '#core/matters'
import type { ReportPlace, ReportStart } from './report-start'

/** What a report is made of, while it is written. */
export interface ReportDraft {
  title: string
  text: string
  floor: string
  /** Chosen by hand; else the words decide. */
  serviceCode?: ServiceCode
  place?: ReportPlace
}

const keptDraft = z.object({
  title: z.string(),
  text: z.string(),
  floor: z.string(),
  serviceCode: z.optional(z.enum(SERVICE_CODES)),
  place: z.optional(
    z.object({
      communityId: z.string(),
      placeId: z.string(),
      name: z.string(),
      doorCode: z.optional(z.string()),
    }),
  ),
})

/** One draft a person: several may share a phone. */
export const draftKey = ({ personId }: ReportStart): string => `report.${personId}`

export function emptyDraft({ place }: ReportStart): ReportDraft {
  return { title: '', text: '', floor: '', place }
}

/** What was kept, as far as it still fits: another place than the one of the door just scanned does not. */
export function restoreDraft(start: ReportStart): (kept: unknown) => Partial<ReportDraft> | undefined {
  return (kept) => {
    const { success, data } = keptDraft.safeParse(kept)
    if (!success) return undefined
    const { place, ...words } = data
    const fits = start.lives && !start.place?.doorCode && place?.communityId === start.communityId
    return fits && !place.doorCode ? { ...words, place } : words
  }
}

/** The category a report goes to. */
export function serviceFor({ serviceCode, title }: ReportDraft): ServiceCode {
  return serviceCode ?? suggestService(title)
}
