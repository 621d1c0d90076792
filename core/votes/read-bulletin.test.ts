import fc from 'fast-check'
import { bulletinFormat } from './bulletin-format'
import { anyVote, frozen, sha256, VOTE } from './cast-votes.property'
import { makeBulletin } from './make-bulletin'
import { isPlainBallot, isPlainRollEntry } from './read-bulletin'
import { DECISION_OPTIONS } from './tally'
import { verifyBulletin } from './verify-bulletin'

/** Values that may stand where another one is asked for. */
const anyValue = fc.constantFrom<unknown>(
  ...[
    null,
    true,
    '',
    'x',
    'counted',
    0,
    -1,
    1.5,
    2 ** 53,
    [],
    ['approve'],
    [1],
    {},
    { i1: 'approve' },
    { i1: 7 },
  ],
  JSON.parse('{"__proto__": "x"}'),
)
const formatOf = { ballots: bulletinFormat.shape.ballots, roll: bulletinFormat.shape.roll }

describe('what is looked at by hand', () => {
  it.each([
    ['ballots', isPlainBallot],
    ['roll', isPlainRollEntry],
  ] as const)('of the %s is taken only when the format takes it, as it is', (list, isPlain) => {
    const filled = anyVote.filter((record) => record[list].length > 0)
    let taken = 0
    fc.assert(
      fc.property(filled, fc.nat(), fc.option(anyValue, { nil: undefined }), (record, any, value) => {
        const [row] = JSON.parse(JSON.stringify(makeBulletin(record, sha256)[list])) as object[]
        const names = [...Object.keys(row as object), 'more']
        const name = names[any % names.length] as string
        const bent = { ...row, ...(value === undefined ? {} : { [name]: value }) }
        if (!isPlain(bent)) return
        taken += 1
        expect(formatOf[list].safeParse([bent])).toEqual({ success: true, data: [bent] })
      }),
      { numRuns: 500 },
    )
    expect(taken).toBeGreaterThan(50)
  })
})

/** Of a record whose names are plain, and of one whose names have to be written with care. */
const RECORDS = [
  ['a', '11537e9c'],
  ['号"1"\n\u2028', '2c21e468'],
] as const

describe('the record of the same vote', () => {
  it.each(RECORDS)('is the same as ever, letter for letter: %j', (letter, hash) => {
    const names = ['c', 'a', 'b'].map((name) => `${letter}${name}`)
    const record = makeBulletin(
      frozen({
        vote: VOTE,
        items: [{ id: 'i1', title: '修', rule: 'owners_ordinary', options: [...DECISION_OPTIONS] }],
        roll: names.map((voter, n) => ({ voter, units: [{ unit: `u${n}`, area_centi_m2: 1_000 }] })),
        ballots: names.map((voter, n) => ({
          voter,
          channel: 'online',
          receipt: `${voter}${n}`,
          status: 'counted',
          choices: { i1: DECISION_OPTIONS[n] as string },
        })),
      }),
      sha256,
    )
    const text = JSON.stringify(record)
    expect(verifyBulletin(text, sha256).ok).toBe(true)
    expect(sha256(text).slice(0, 8)).toBe(hash)
  })
})
