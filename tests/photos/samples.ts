import { crc32 } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** A picture whose left half is red and whose right half is blue: turned or mirrored, it shows. */
function redAndBlue(width: number, height: number): Sharp {
  const half = { width: Math.floor(width / 2), height, channels: 3 as const, background: '#2040d0' }
  return sharp({ create: { width, height, channels: 3, background: '#d02020' } }).composite([
    { input: { create: half }, left: width - half.width, top: 0 },
  ])
}

export const jpeg = (width = 60, height = 40) => redAndBlue(width, height).jpeg().toBuffer()
export const png = (width = 60, height = 40) => redAndBlue(width, height).png().toBuffer()
export const webp = (width = 60, height = 40) => redAndBlue(width, height).webp().toBuffer()
export const gif = () => redAndBlue(60, 40).gif().toBuffer()
export const transparentPng = () =>
  sharp({ create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    .png()
    .toBuffer()

/** As a phone held upright writes it: lying pixels, a note to turn them, where it was taken and by whom. */
export const withExif = (orientation: number, width = 60, height = 40) =>
  redAndBlue(width, height)
    .withMetadata({
      orientation,
      exif: {
        IFD0: { Make: 'SecretPhone', Artist: 'Amei Secret' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '30/1 15/1 2/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '120/1 9/1 1/1',
        },
      },
    })
    .jpeg()
    .toBuffer()

/** A small file that unfolds into 65 million pixels. */
export const bomb = () =>
  sharp({ create: { width: 8_100, height: 8_100, channels: 3, background: '#ffffff' } })
    .png({ compressionLevel: 9 })
    .toBuffer()

const deepPng = (progressive: boolean) =>
  sharp({ create: { width: 20, height: 20, channels: 4, background: '#20408080' } })
    .toColourspace('rgb16')
    .png({ progressive })
    .toBuffer()

/** A PNG of 16 bits with transparency, lines interlaced, whose head says how large it is. */
export async function interlacedPng(width: number, height: number): Promise<Buffer> {
  const file = await deepPng(true)
  file.writeUInt32BE(width, 16)
  file.writeUInt32BE(height, 20)
  file.writeUInt32BE(crc32(file.subarray(12, 29)), 29)
  return file
}

/** A JPEG whose head says how large it is. */
export async function claimingJpeg(width: number, height: number, progressive: boolean): Promise<Buffer> {
  const file = await redAndBlue(60, 40).jpeg({ progressive }).toBuffer()
  const frame = file.indexOf(Buffer.from([0xff, progressive ? 0xc2 : 0xc0]))
  file.writeUInt16BE(height, frame + 5)
  file.writeUInt16BE(width, frame + 7)
  return file
}

export const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>',
)
export const HEIC = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'),
  Buffer.alloc(200),
])
export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF')
export const HTML = Buffer.from('<!doctype html><script>alert(1)</script>')
