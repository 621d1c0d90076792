/** Largest photo that is taken in, in bytes: 10 MB, WeChat's own limit for media (domain.md 11). */
export const PHOTO_BYTES = 10 * 1024 * 1024

/** Photos that one thing, one step of it or one reply may have. */
export const PHOTOS_PER_THING = 9

/** Largest picture that is opened, in pixels: a small file may unfold into gigabytes. */
export const PHOTO_PIXELS = 64_000_000

/** Longest side of what is shown, in pixels; a smaller photo stays as it is. */
export const PHOTO_SIDES = { display: 1600, thumb: 400 } as const
export type PhotoSize = keyof typeof PHOTO_SIDES
export const PHOTO_SIZES = ['display', 'thumb'] as const satisfies readonly PhotoSize[]

/** Kinds of photos that are taken in, by content. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PhotoType = (typeof PHOTO_TYPES)[number]

/** How long an uploaded photo waits to be used, in hours. */
export const PHOTO_WAIT_HOURS = 24

/** Photos of one person that may wait at once in a community: a few drafts with nine each. */
export const PHOTOS_WAITING = 45
