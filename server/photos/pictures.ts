import { fileTypeFromBuffer } from 'file-type/core'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { PHOTO_PIXELS, PHOTO_SIDES, PHOTO_TYPES, PHOTO_UNPACKED_BYTES, type PhotoSize } from '#core/photos'
import { DomainError } from '#core/errors'
import { createTurns } from '#server/platform/turns'

// Only what we take in is ever opened, whatever a file claims to be: no SVG, no PDF, nothing with references.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
// One thread a picture, two pictures at once: the API answers beside it.
sharp.concurrency(1)
sharp.cache(false)
const inTurn = createTurns(2)

/** Longest time for one picture, in seconds. */
const SECONDS = 20
const QUALITY: Record<PhotoSize, number> = { display: 80, thumb: 72 }
const WHITE = '#ffffff'

/** A photo as it is kept: drawn anew, upright, in sRGB, on white, and with nothing that the camera wrote beside it. */
export interface Pictures {
  display: Buffer
  thumb: Buffer
  /** Of the display picture, in pixels. */
  width: number
  height: number
}

/**
 * Opens a photo by its content and draws both sizes as JPEG. Throws PHOTO_TYPE_UNSUPPORTED, PHOTO_TOO_MANY_PIXELS or
 * PHOTO_BROKEN.
 */
export async function drawPictures(file: Buffer): Promise<Pictures> {
  const type = await fileTypeFromBuffer(file)
  if (!type || !PHOTO_TYPES.some((taken) => taken === type.mime))
    throw new DomainError('PHOTO_TYPE_UNSUPPORTED')
  return inTurn(async () => {
    try {
      const photo = await opened(file)
      const { data: display, info } = await drawn(photo, 'display')
      const thumb = await drawn(sharp(display), 'thumb')
      return { display, thumb: thumb.data, width: info.width, height: info.height }
    } catch (error) {
      throw error instanceof DomainError ? error : new DomainError('PHOTO_BROKEN')
    }
  })
}

async function opened(file: Buffer): Promise<Sharp> {
  // Without a limit here: how large it is, is asked first, from its head alone.
  const head = await sharp(file, { limitInputPixels: false }).metadata()
  if (head.width * head.height > PHOTO_PIXELS || unpackedBytes(head) > PHOTO_UNPACKED_BYTES)
    throw new DomainError('PHOTO_TOO_MANY_PIXELS')
  return sharp(file, { limitInputPixels: PHOTO_PIXELS, failOn: 'error' }).autoOrient()
}

/** What has to be in memory at once: of a baseline JPEG next to nothing, of a progressive one two bytes a coefficient. */
function unpackedBytes({ format, width, height, channels, depth, isProgressive }: Metadata): number {
  if (format === 'jpeg' && !isProgressive) return 0
  const sampleBytes = format === 'jpeg' || depth !== 'uchar' ? 2 : 1
  return width * height * channels * sampleBytes
}

function drawn(photo: Sharp, size: PhotoSize) {
  const side = PHOTO_SIDES[size]
  return photo
    .timeout({ seconds: SECONDS })
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: WHITE })
    .jpeg({ quality: QUALITY[size], progressive: true })
    .toBuffer({ resolveWithObject: true })
}
