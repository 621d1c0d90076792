import { z } from 'zod/mini'
import { SHOWN_AS, type ShownAs } from '#core/matters'
import {
  CONSENT_WAYS,
  isPossibleDay,
  WISH_KIND_CODES,
  WISH_SCOPES,
  wishKindIn,
  wishOrigin,
  type ConsentWay,
  type WishKind,
  type WishOrigin,
  type WishScope,
} from '#core/wishes'
import { parseKeptPhotos, type KeptPhoto } from '@/parts/photos'
import type { SayStart } from './say-start'

/** What a wish is made of, while it is written. */
export interface SayDraft {
  forOther: boolean
  otherName: string
  way?: ConsentWay
  otherPhone: string
  /** Where somebody else lives, when it isn't where the writer does. */
  otherOrigin?: WishOrigin
  title: string
  text: string
  /** Chosen by hand; else the words decide. */
  kind?: WishKind
  wantedBy?: string
  whenSuits: string
  where: string
  /** Which of one's homes it comes from; left out: the first. */
  originId?: string
  scope?: WishScope
  shownAs: ShownAs
  photos: KeptPhoto[]
}

const keptDraft = z.object({
  forOther: z.boolean(),
  otherName: z.string(),
  way: z.optional(z.enum(CONSENT_WAYS)),
  otherPhone: z.string(),
  otherOrigin: z.optional(wishOrigin),
  title: z.string(),
  text: z.string(),
  kind: z.optional(z.enum(WISH_KIND_CODES)),
  wantedBy: z.optional(z.string()),
  whenSuits: z.string(),
  where: z.string(),
  originId: z.optional(z.string()),
  scope: z.optional(z.enum(WISH_SCOPES)),
  shownAs: z.enum(SHOWN_AS),
  photos: z._default(z.unknown(), []),
})

/** One draft a person and community: several may share a phone. */
export const draftKey = ({ personId, communityId, ofItem }: SayStart): string =>
  ['wish', personId, communityId, ...(ofItem ? [ofItem.itemId] : [])].join('.')

export function emptyDraft({ own, ofItem }: SayStart): SayDraft {
  return {
    forOther: own.length === 0,
    otherName: '',
    otherPhone: '',
    title: ofItem?.title ?? '',
    text: ofItem?.promise ?? '',
    whenSuits: '',
    where: '',
    shownAs: 'resident',
    photos: [],
  }
}

/** What was kept, as far as it still fits: a day that is over does not. */
export function restoreDraft({ own }: SayStart): (kept: unknown) => Partial<SayDraft> | undefined {
  return (kept) => {
    const { success, data } = keptDraft.safeParse(kept)
    if (!success) return undefined
    const { wantedBy, photos, forOther, ...rest } = data
    return {
      ...rest,
      forOther: forOther || own.length === 0,
      photos: parseKeptPhotos(photos),
      ...(wantedBy && isPossibleDay(wantedBy, new Date()) ? { wantedBy } : {}),
    }
  }
}

/** Where the wish comes from. Undefined: somebody else's building is still to be chosen. */
export function originFor({ own }: SayStart, draft: SayDraft): WishOrigin | undefined {
  const mine = own.find(({ placeId }) => placeId === draft.originId) ?? own[0]
  return draft.forOther ? (draft.otherOrigin ?? mine) : mine
}

/** To whom it is said: as chosen, else to the estate, where most help comes from. */
export function scopeFor(
  draft: SayDraft,
  origin: WishOrigin | undefined,
): WishOrigin['scopes'][number] | undefined {
  const scopes = origin?.scopes ?? []
  return (
    scopes.find(({ scope }) => scope === draft.scope) ??
    scopes.find(({ scope }) => scope === 'estate') ??
    scopes[0]
  )
}

export function kindFor({ kind, title, text }: SayDraft): WishKind {
  return kind ?? wishKindIn(title) ?? wishKindIn(text) ?? 'other'
}
