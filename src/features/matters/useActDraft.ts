import { z } from 'zod/mini'
import { OUTCOMES, type ActInput, type PersonAct } from '#core/matters'
import { useDraft, type Draft } from '@/hooks/useDraft'
import { usePersonId } from '@/hooks/usePersonId'
import { parseKeptPhotos, type KeptPhoto } from '@/parts/photos'

/** What is said with an act. */
export type ActWords = Omit<ActInput, 'act'>

/** What is filled into the sheet of an act. */
export interface ActDraft extends ActWords {
  photos: KeptPhoto[]
}

const EMPTY: ActDraft = { photos: [] }

const keptDraft = z.object({
  note: z.optional(z.string()),
  outcome: z.optional(z.enum(OUTCOMES)),
  reviewOn: z.optional(z.string()),
  legalBasis: z.optional(z.string()),
  proposedOwner: z.optional(z.string()),
  photos: z._default(z.unknown(), []),
})

/**
 * One for each person, matter and act: what was written for another one doesn't go along, and what was written stays
 * when the sheet is put away, somebody was faster, or the page is left.
 */
export function useActDraft(matterId: string | undefined, asking: PersonAct | undefined): Draft<ActDraft> {
  const personId = usePersonId()
  const key = personId && matterId && asking && `act:${personId}:${matterId}:${asking}`
  return useDraft<ActDraft>(key || undefined, EMPTY, restore)
}

function restore(kept: unknown): ActDraft | undefined {
  const { success, data } = keptDraft.safeParse(kept)
  return success ? { ...data, photos: parseKeptPhotos(data.photos) } : undefined
}
