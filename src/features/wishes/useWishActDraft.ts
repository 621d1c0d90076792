import { z } from 'zod/mini'
import type { WishPersonAct } from '#core/wishes'
import { useDraft, type Draft } from '@/hooks/useDraft'
import { usePersonId } from '@/hooks/usePersonId'
import { parseKeptPhotos, type KeptPhoto } from '@/parts/photos'

/** What is filled into the sheet of an act. */
export interface WishActDraft {
  note: string
  photos: KeptPhoto[]
}

const EMPTY: WishActDraft = { note: '', photos: [] }

const keptDraft = z.object({ note: z.string(), photos: z._default(z.unknown(), []) })

/** One for each person, wish and act; it stays when the sheet is put away or the page is left. */
export function useWishActDraft(
  wishId: string | undefined,
  asking: WishPersonAct | undefined,
): Draft<WishActDraft> {
  const personId = usePersonId()
  const key = personId && wishId && asking && `wish-act:${personId}:${wishId}:${asking}`
  return useDraft<WishActDraft>(key || undefined, EMPTY, restore)
}

function restore(kept: unknown): WishActDraft | undefined {
  const { success, data } = keptDraft.safeParse(kept)
  return success ? { ...data, photos: parseKeptPhotos(data.photos) } : undefined
}
