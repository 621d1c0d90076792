import { z } from 'zod/mini'
import { SHOWN_AS, type ShownAs } from '#core/matters'
import { MENTIONABLE, type Mentionable, type PostView } from '#core/threads'
import { parseKeptPhotos, type KeptPhoto } from '@/parts/photos'
import type { ThreadAddress } from './useThread'

/** A post while it is written. What is kept of it says also for whom it was meant. */
export interface SayDraft {
  text: string
  /** 仅内部备注. */
  note: boolean
  shownAs: ShownAs
  mentions: readonly Mentionable[]
  photos: KeptPhoto[]
}

// All or nothing: words whose readers are not known are not taken up again.
const keptDraft = z.object({
  text: z.string(),
  note: z.boolean(),
  shownAs: z.enum(SHOWN_AS),
  mentions: z.array(z.enum(MENTIONABLE)),
  photos: z._default(z.unknown(), []),
})

/** One draft for each person and each thing that is answered. */
export function sayKey(
  personId: string | undefined,
  { subjectId }: ThreadAddress,
  answered: PostView | undefined,
): string | undefined {
  return personId && `say:${personId}:${subjectId}:${answered?.postId ?? ''}`
}

/** Who answers a note writes a note. */
export function emptySay(answered: PostView | undefined): SayDraft {
  return { text: '', note: isAboutNote(answered), shownAs: 'resident', mentions: [], photos: [] }
}

/** What was kept, as far as it is still understood; an answer to a note stays one. */
export function restoreSay(answered: PostView | undefined): (kept: unknown) => SayDraft | undefined {
  return (kept) => {
    const { success, data } = keptDraft.safeParse(kept)
    if (!success) return undefined
    return {
      ...data,
      note: data.note || isAboutNote(answered),
      photos: parseKeptPhotos(data.photos),
    }
  }
}

function isAboutNote(answered: PostView | undefined): boolean {
  return answered?.kind === 'staff_note'
}
