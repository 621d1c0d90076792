import fc from 'fast-check'
import sharp from 'sharp'
import { DomainError } from '#core/errors'
import * as samples from '../../tests/photos/samples'
import { drawPictures } from './pictures'

jest.setTimeout(60_000)

const codeOf = (file: Buffer | Promise<Buffer>) =>
  Promise.resolve(file)
    .then(drawPictures)
    .then(
      () => 'drawn',
      (error: unknown) => (error instanceof DomainError ? error.code : error),
    )
const colourAt = async (picture: Buffer, left: number, top: number) => {
  const { data } = await sharp(picture)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const [red = 0, green = 0, blue = 0] = data
  if (red > 230 && green > 230 && blue > 230) return 'white'
  return red > blue ? 'red' : 'blue'
}

const OPPOSITE = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' } as const

describe('a photo', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('is taken in as %s and kept as JPEG', async (type) => {
    const { display, thumb, width, height } = await drawPictures(await samples[type]())
    expect([width, height]).toEqual([60, 40])
    for (const picture of [display, thumb])
      expect(await sharp(picture).metadata()).toMatchObject({
        format: 'jpeg',
        width: 60,
        height: 40,
        space: 'srgb',
      })
  })

  it('is made smaller, never larger, and keeps its shape', async () => {
    const { display, thumb, width, height } = await drawPictures(await samples.jpeg(3200, 2000))
    expect([width, height]).toEqual([1600, 1000])
    expect(await sharp(display).metadata()).toMatchObject({ width: 1600, height: 1000 })
    expect(await sharp(thumb).metadata()).toMatchObject({ width: 400, height: 250 })
  })

  it('may be as narrow as a line', async () => {
    const { width, height } = await drawPictures(await samples.png(2, 5000))
    expect([width, height]).toEqual([1, 1600])
  })

  // [EXIF 2.32, Orientation]: where the red left half of the stored pixels ends up, in a picture of 60 by 40.
  it.each([
    [1, 60, 40, 'left'],
    [2, 60, 40, 'right'],
    [3, 60, 40, 'right'],
    [4, 60, 40, 'left'],
    [5, 40, 60, 'top'],
    [6, 40, 60, 'top'],
    [7, 40, 60, 'bottom'],
    [8, 40, 60, 'bottom'],
  ] as const)('taken in orientation %i stands upright, %i by %i', async (orientation, w, h, side) => {
    const { display, thumb, width, height } = await drawPictures(await samples.withExif(orientation))
    expect([width, height]).toEqual([w, h])
    const at = (where: typeof side): [number, number] =>
      ({ left: [5, h / 2], right: [w - 5, h / 2], top: [w / 2, 5], bottom: [w / 2, h - 5] })[where] as [
        number,
        number,
      ]
    for (const picture of [display, thumb]) {
      expect(await colourAt(picture, ...at(side))).toBe('red')
      expect(await colourAt(picture, ...at(OPPOSITE[side]))).toBe('blue')
    }
  })

  it('forgets where and with what it was taken', async () => {
    const file = await samples.withExif(6)
    expect((await sharp(file).metadata()).exif).toBeDefined()
    const { display, thumb } = await drawPictures(file)
    for (const picture of [display, thumb]) {
      const { exif, xmp, iptc, orientation } = await sharp(picture).metadata()
      expect({ exif, xmp, iptc, orientation }).toEqual({})
      expect(picture.includes('Secret')).toBe(false)
    }
  })

  it('that lets something through is put on white', async () => {
    const { display } = await drawPictures(await samples.transparentPng())
    expect(await colourAt(display, 10, 10)).toBe('white')
  })

  it('with a web page hidden behind it loses the page', async () => {
    const { display, thumb } = await drawPictures(Buffer.concat([await samples.jpeg(), samples.HTML]))
    for (const picture of [display, thumb]) expect(picture.includes('script')).toBe(false)
  })
})

describe('refused by its content, whatever it is called:', () => {
  it.each([
    ['SVG', samples.SVG],
    ['HEIC', samples.HEIC],
    ['PDF', samples.PDF],
    ['a web page', samples.HTML],
    ['a web page that begins like a picture', Buffer.concat([Buffer.from('GIF89a'), samples.HTML])],
    ['an empty file', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(1000)],
  ])('%s', async (_name, file) => {
    expect(await codeOf(file)).toBe('PHOTO_TYPE_UNSUPPORTED')
  })

  it('GIF', async () => {
    expect(await codeOf(samples.gif())).toBe('PHOTO_TYPE_UNSUPPORTED')
  })

  it('a head of a picture with something else behind', async () => {
    const head = (await samples.jpeg()).subarray(0, 20)
    expect(await codeOf(Buffer.concat([head, samples.SVG]))).toBe('PHOTO_BROKEN')
  })

  it('a small file that unfolds into gigabytes, before it does', async () => {
    const file = await samples.bomb()
    expect(file.length).toBeLessThan(400_000)
    const before = process.memoryUsage().rss
    expect(await codeOf(file)).toBe('PHOTO_TOO_MANY_PIXELS')
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
  })

  it('few pixels that need much memory: interlaced in 16 bits, or progressive', async () => {
    expect(await codeOf(samples.interlacedPng(20, 20))).toBe('drawn')
    expect(await codeOf(samples.interlacedPng(5_001, 5_000))).toBe('PHOTO_TOO_MANY_PIXELS')
    expect(await codeOf(samples.claimingJpeg(6_000, 6_000, true))).toBe('PHOTO_TOO_MANY_PIXELS')
  })

  it('but a camera’s JPEG of the same size is opened: it is read line by line', async () => {
    expect(await codeOf(samples.claimingJpeg(6_000, 6_000, false))).not.toBe('PHOTO_TOO_MANY_PIXELS')
  })

  it('a head that claims to be larger than anything', async () => {
    const file = await samples.png()
    file.writeUInt32BE(2_000_000_000, 16)
    expect(['PHOTO_BROKEN', 'PHOTO_TOO_MANY_PIXELS']).toContain(await codeOf(file))
  })
})

it.each(['jpeg', 'png', 'webp'] as const)('a %s that was cut off anywhere is refused', async (type) => {
  const file = await samples[type](300, 200)
  for (const part of [0.1, 0.5, 0.9]) {
    const refusal = await codeOf(file.subarray(0, Math.floor(file.length * part)))
    expect(['PHOTO_BROKEN', 'PHOTO_TYPE_UNSUPPORTED']).toContain(refusal)
  }
})

it('bytes that are anything are drawn or refused in our words, never more', async () => {
  const file = await samples.jpeg(64, 64)
  await fc.assert(
    fc.asyncProperty(fc.nat(file.length - 1), fc.nat(255), async (at, byte) => {
      const changed = Buffer.from(file)
      changed[at] = byte
      expect(['drawn', 'PHOTO_BROKEN', 'PHOTO_TYPE_UNSUPPORTED', 'PHOTO_TOO_MANY_PIXELS']).toContain(
        await codeOf(changed),
      )
    }),
    { numRuns: 150 },
  )
})
