import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Products } from './products'

jest.setTimeout(120_000)

const products = new Products()
afterAll(() => products.close())

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const TEXT = sha256('修不修电梯')
const NOTHING = { persons: 0, area_centi_m2: 0 }
const ITEMS =
  '[{"id":"i1","options":["approve","against","abstain"],"rule":"owners_ordinary","title":"修电梯"}]'
const ROLL = '[{"units":[{"area_centi_m2":8950,"unit":"u1"}],"voter":"v1"}]'
const SETTINGS = '{"imputed_majority":false,"parking_counts":false}'
const RESULT = {
  i1: {
    electorate: { persons: 1, area_centi_m2: 8950 },
    participated: NOTHING,
    approve: NOTHING,
    against: NOTHING,
    abstain: NOTHING,
    turnout_met: false,
    passed: false,
  },
}

/** The record of a vote in which nobody voted. */
const bulletin = (more: object = {}) => ({
  format: 'linli-bulletin/1',
  vote: {
    id: 'vote',
    community: '湖光社区',
    title: '修不修电梯',
    text_sha256: TEXT,
    frozen_sha256: sha256(
      `{"binding":"advisory","items":${ITEMS},"roll":${ROLL},"secrecy":"named","settings":${SETTINGS},"text_sha256":"${TEXT}"}`,
    ),
    secrecy: 'named',
    binding: 'advisory',
    opened_at: '2026-03-01T00:00:00.000Z',
    closed_at: '2026-03-20T10:00:00.000Z',
    settings: JSON.parse(SETTINGS),
  },
  items: JSON.parse(ITEMS),
  roll: JSON.parse(ROLL),
  ballots: [],
  head: '0'.repeat(64),
  result: RESULT,
  ...more,
})

async function verify(content: string | Buffer | undefined) {
  const file = path.join(products.newDataDir(), 'bulletin.json')
  fs.mkdirSync(path.dirname(file), { recursive: true })
  if (content !== undefined) fs.writeFileSync(file, content)
  const { code, lines } = await products.run('verify-bulletin', [file], {})
  expect(lines).toHaveLength(1)
  return { code, said: JSON.parse(lines[0] ?? '') as unknown }
}

const PROBLEMS = { ok: false, problems: expect.arrayContaining([expect.any(String)]) }

it('ends with 0 and the result where everything holds', async () => {
  expect(await verify(JSON.stringify(bulletin()))).toEqual({ code: 0, said: { ok: true, result: RESULT } })
})

it('ends with 1 where something does not hold', async () => {
  expect(await verify(JSON.stringify(bulletin({ head: '1'.repeat(64) })))).toEqual({
    code: 1,
    said: { ok: false, problems: ['head is not the last hash'] },
  })
})

it.each<[string, string | Buffer | undefined]>([
  ['another format', JSON.stringify(bulletin({ format: 'linli-bulletin/9' }))],
  ['no JSON', '{'],
  ['no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ['no file', undefined],
])('ends with 2 for %s', async (_name, content) => {
  expect(await verify(content)).toEqual({ code: 2, said: PROBLEMS })
})

it('asks for a file', async () => {
  const { code, lines } = await products.run('verify-bulletin', [], {})
  expect({ code, said: JSON.parse(lines[0] ?? '') as unknown }).toEqual({ code: 2, said: PROBLEMS })
})
