import { constants, deflateRawSync } from 'node:zlib'
import { FILE_WORDS, IMPORT_PROBLEMS, IMPORT_RAW_ROWS, IMPORT_TEXTS } from '#core/imports'
import { headingsOf, workbookOf } from '../../tests/imports/tables'
import { readFile } from './read-file'

describe('a bomb', () => {
  const MB = 1024 * 1024
  const peak = async (work: () => Promise<unknown>) => {
    const before = process.memoryUsage().rss
    let most = before
    const clock = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 10)
    await work()
    clearInterval(clock)
    return (most - before) / MB
  }

  /** A gigabyte of one sheet's XML, packed to about a megabyte. `said`: what the zip says it unpacks to. */
  async function bomb(said?: number): Promise<Buffer> {
    // Pieces that end with a full flush may be put behind one another: one is packed, a thousand are there.
    const pack = (piece: Buffer) => deflateRawSync(piece, { finishFlush: constants.Z_FULL_FLUSH })
    const spaces = pack(Buffer.alloc(MB, ' '))
    const head = pack(Buffer.from('<worksheet><sheetData>'))
    const packed = Buffer.concat([head, ...Array<Buffer>(1024).fill(spaces), Buffer.from([3, 0])])
    const honest = await workbookOf([{ title: '地方', rows: [] }])
    return withPart(honest, 'xl/worksheets/sheet1.xml', packed, said ?? 1024 * MB + 22)
  }

  it('that unpacks to a gigabyte is refused by what it says of itself', async () => {
    const file = await bomb()
    expect(file.length).toBeLessThan(4 * MB)
    expect((await readFile(file, 'xlsx')).problems).toEqual([
      { sheet: null, row: null, column: null, words: FILE_WORDS.unpacksTooBig },
    ])
  })

  it('that lies about it is refused while it unpacks, and memory stays small', async () => {
    const file = await bomb(1000)
    let problems: unknown
    const used = await peak(async () => (problems = (await readFile(file, 'xlsx')).problems))
    expect(problems).toEqual([{ sheet: null, row: null, column: null, words: FILE_WORDS.unreadable }])
    expect(used).toBeLessThan(200)
  })

  const SHEET = 'xl/worksheets/sheet1.xml'
  const sheetOf = async (xml: string, parts: Record<string, string> = {}) =>
    readFile(
      await workbookOf([{ title: '地方', rows: [] }], { [SHEET]: `<worksheet>${xml}</worksheet>`, ...parts }),
      'xlsx',
    )
  const refused = (words: string) => [{ sheet: null, row: null, column: null, words }]

  it.each([
    ['tags in tags without an end', '<a>'.repeat(100_000)],
    ['one text of megabytes', `<sheetData><row><c t="str"><v>${'长'.repeat(MB)}`],
    ['one comment of megabytes', `<!--${' '.repeat(2 * MB)}`],
    ['one tag of megabytes', `<sheetData ${'a="" '.repeat(MB / 2)}`],
  ])('of %s is not read on', async (_name, xml) => {
    expect((await sheetOf(xml)).problems).toEqual(refused(FILE_WORDS.unreadable))
  })

  it('of texts and styles nobody uses is not kept', async () => {
    const texts = { 'xl/sharedStrings.xml': `<sst>${'<si/>'.repeat(IMPORT_TEXTS + 1)}</sst>` }
    expect((await sheetOf('', texts)).problems).toEqual(refused(FILE_WORDS.tooManyRows))
    const styles = { 'xl/styles.xml': `<styleSheet>${'<xf/>'.repeat(2 * MB)}</styleSheet>` }
    expect((await sheetOf('', styles)).problems).toEqual(refused(FILE_WORDS.unpacksTooBig))
  }, 120_000)

  it('of rows that say nothing is not counted to its end', async () => {
    const rows = '<row r="2"/>'.repeat(IMPORT_RAW_ROWS + 1)
    const { problems } = await sheetOf(`<sheetData>${rows}</sheetData>`)
    expect(problems.slice(-1)).toEqual(refused(FILE_WORDS.tooManyRows))
  }, 120_000)

  it.each([
    ['formulas', '<row><c r="A1"><f/></c></row>'],
    ['merged cells', '<mergeCell ref="B2:B9"/>'],
  ])('of %s is told that there is more, and nothing of it is read', async (_name, xml) => {
    const { problems, rows } = await sheetOf(
      `<sheetData><row>${headingsOf('places')
        .map((text) => `<c t="str"><v>${text}</v></c>`)
        .join(
          '',
        )}</row><row><c/><c t="str"><v>小区</v></c><c/><c t="str"><v>湖光苑</v></c></row></sheetData>${xml.repeat(5000)}`,
    )
    expect([problems.length, problems.pop()?.words, rows.places]).toEqual([
      IMPORT_PROBLEMS + 2,
      FILE_WORDS.moreProblems,
      [],
    ])
  })

  it('of entities does not unfold', async () => {
    const entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    const file = await workbookOf([{ title: '地方', rows: [] }], {
      'xl/worksheets/sheet1.xml': `${entities}<worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`,
    })
    expect((await readFile(file, 'xlsx')).problems).toEqual([
      { sheet: null, row: null, column: null, words: FILE_WORDS.unreadable },
    ])
  })
})

/** A zip in which one part's bytes are replaced: its sizes are rewritten in both places where a zip keeps them. */
function withPart(zip: Buffer, name: string, packed: Buffer, said: number): Buffer {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'))
  let at = zip.readUInt32LE(end + 16)
  while (zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28)).toString() !== name)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  const central = Buffer.from(zip.subarray(at, at + 46 + name.length))
  const local = Buffer.alloc(30 + name.length)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(20, 4)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(name.length, 26)
  local.write(name, 30)
  const offset = zip.readUInt32LE(end + 16)
  central.writeUInt16LE(0, 30)
  central.writeUInt16LE(0, 32)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(said, 24)
  central.writeUInt32LE(offset, 42)
  const others: Buffer[] = []
  for (let one = offset; one < end;) {
    const length = 46 + zip.readUInt16LE(one + 28) + zip.readUInt16LE(one + 30) + zip.readUInt16LE(one + 32)
    if (one !== at) others.push(zip.subarray(one, one + length))
    one += length
  }
  const directory = Buffer.concat([...others, central])
  const tail = Buffer.from(zip.subarray(end))
  tail.writeUInt32LE(directory.length, 12)
  tail.writeUInt32LE(offset + local.length + packed.length, 16)
  return Buffer.concat([zip.subarray(0, offset), local, packed, directory, tail])
}
