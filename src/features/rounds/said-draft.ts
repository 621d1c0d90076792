import { z } from 'zod/mini'
import { parseKeptPhotos, type KeptPhoto } from '@/parts/photos'

/** Words and photos as they are written, kept on this phone. */
export interface Said {
  note: string
  photos: KeptPhoto[]
}

const kept = z.object({ note: z.string(), photos: z._default(z.unknown(), []) })

/** What was kept; undefined: nothing that can be used. */
export function restoreSaid(value: unknown): Said | undefined {
  const { success, data } = kept.safeParse(value)
  return success ? { ...data, photos: parseKeptPhotos(data.photos) } : undefined
}
