/** Largest photo that is taken in, in bytes: 10 MB, WeChat's own limit for media (domain.md 11). */
export const PHOTO_BYTES = 10 * 1024 * 1024

/** Photos that one thing, one step of it or one reply may have. */
export const PHOTOS_PER_THING = 9

/** Largest picture that is opened, in pixels: a small file may unfold into gigabytes. */
export const PHOTO_PIXELS = 64_000_000

/**
 * Most memory that opening one picture may take, in bytes. Only a baseline JPEG is read line by line and made smaller on
 * the way; any other may have to be unpacked whole (WebP always, PNG when it is interlaced or lies on its side, a
 * progressive JPEG as its coefficients), and two are opened at once. 200 MB is a PNG of 50 million pixels in 8-bit
 * colour, or 25 million in 16 bits with transparency: more than any phone's screen or camera writes in these formats.
 */
export const PHOTO_UNPACKED_BYTES = 200_000_000

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
