import fc from 'fast-check'
import {
  AMOUNT_FEN_AT_MOST,
  balanceFen,
  counterFen,
  fenInText,
  fenInWords,
  isCorrectable,
  LEDGER_KINDS,
  signedFen,
} from './ledger'

const anEntry = fc
  .tuple(fc.constantFrom(...LEDGER_KINDS), fc.integer({ min: 1, max: AMOUNT_FEN_AT_MOST }))
  .map(([kind, fen]) => ({ kind, fen, amountFen: signedFen(kind, fen) }))

describe('the balance', () => {
  it('is what came in less what went out; gifts are no money', () => {
    fc.assert(
      fc.property(fc.array(anEntry), (entries) => {
        const sum = (kind: string) =>
          entries.filter((one) => one.kind === kind).reduce((all, { fen }) => all + fen, 0)
        expect(balanceFen(entries)).toBe(sum('money_in') - sum('money_out'))
        expect(Number.isSafeInteger(balanceFen(entries))).toBe(true)
      }),
    )
  })

  it('is as if an entry had never been, once it is taken back; both stay on record', () => {
    fc.assert(
      fc.property(fc.array(anEntry, { minLength: 1 }), fc.nat(), (entries, at) => {
        const wrong = entries[at % entries.length] as (typeof entries)[number]
        const corrected = [...entries, { amountFen: counterFen(wrong) }]
        expect(corrected).toHaveLength(entries.length + 1)
        expect(balanceFen(corrected)).toBe(balanceFen(entries.filter((one) => one !== wrong)))
      }),
    )
  })

  it('doesn’t depend on the order of entries', () => {
    fc.assert(
      fc.property(fc.array(anEntry), (entries) => {
        expect(balanceFen([...entries].reverse())).toBe(balanceFen(entries))
      }),
    )
  })
})

it('an entry is taken back once, and what takes one back never', () => {
  expect(isCorrectable({ corrects: null, corrected: false })).toBe(true)
  expect(isCorrectable({ corrects: null, corrected: true })).toBe(false)
  expect(isCorrectable({ corrects: 'entry', corrected: false })).toBe(false)
})

describe('an amount as it is written', () => {
  it.each([
    ['12', 1200],
    ['12.5', 1250],
    ['12.50', 1250],
    [' 0.01 ', 1],
    ['0.29', 29],
    ['100000', AMOUNT_FEN_AT_MOST],
  ])('%s yuan', (text, fen) => {
    expect(fenInText(text)).toBe(fen)
  })

  it.each(['', '0', '0.00', '-1', '1.234', '1e3', '十二', '12元', '100000.01', '1,000', '.5'])(
    'is none: %j',
    (text) => {
      expect(fenInText(text)).toBeUndefined()
    },
  )

  it('is read back to the fen as it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: AMOUNT_FEN_AT_MOST }), (fen) => {
        expect(fenInText(fenInWords(fen).replace(/,| 元/g, ''))).toBe(fen)
      }),
    )
  })

  it.each([
    [0, '0.00 元'],
    [5, '0.05 元'],
    [123_450, '1,234.50 元'],
    [-7, '-0.07 元'],
    [10_000_000, '100,000.00 元'],
  ])('%d fen are shown as %s', (fen, words) => {
    expect(fenInWords(fen)).toBe(words)
  })
})
