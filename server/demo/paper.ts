import sharp from 'sharp'

const SHEET = { width: 900, height: 1200 }
const LINES = 12

/** A sheet with lines for a photo of what somebody wrote: a server needs no fonts. */
export async function sheetOfPaper(): Promise<Buffer> {
  const plain = (width: number, height: number, background: string) =>
    sharp({ create: { width, height, channels: 3, background } })
  const line = await plain(SHEET.width - 200, 3, '#8c95a1')
    .png()
    .toBuffer()
  const lines = Array.from({ length: LINES }, (_, index) => ({
    input: line,
    left: 100,
    top: 160 + index * 80,
  }))
  return plain(SHEET.width, SHEET.height, '#f7f3e8').composite(lines).jpeg().toBuffer()
}
