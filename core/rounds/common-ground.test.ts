import { commonGround } from './common-ground'
import type { Opinion, Stance } from './opinions'

/** So many people who all say the same. */
const saying = (count: number, stances: Record<string, Stance>): Opinion[] =>
  Array.from({ length: count }, (_, n) => ({ personId: `p${n}`, stances }))

describe('what a group holds', () => {
  const drivers = saying(6, { park: 'agree', lamp: 'agree', bench: 'disagree' })
  const walkers = saying(8, { park: 'disagree', lamp: 'agree', bench: 'agree' })
  const found = commonGround([drivers, walkers], ['park', 'lamp', 'bench'])

  it('is what others don’t, on which side and by how many', () => {
    expect(found.holds).toEqual([
      [
        { statementId: 'bench', agree: 0, disagree: 6, pass: 0, side: 'disagree' },
        { statementId: 'park', agree: 6, disagree: 0, pass: 0, side: 'agree' },
      ],
      [
        { statementId: 'bench', agree: 8, disagree: 0, pass: 0, side: 'agree' },
        { statementId: 'park', agree: 0, disagree: 8, pass: 0, side: 'disagree' },
      ],
    ])
  })

  it('is never where all meet', () => {
    expect(found.meets).toMatchObject([
      { statementId: 'lamp', agree: 14, disagree: 0, pass: 0, side: 'agree' },
    ])
  })

  it('where all meet says how many of each', () => {
    expect(found.meets.map(({ byGroup }) => byGroup)).toEqual([
      [
        { statementId: 'lamp', agree: 6, disagree: 0, pass: 0 },
        { statementId: 'lamp', agree: 8, disagree: 0, pass: 0 },
      ],
    ])
  })

  it('is at most three, the most telling first', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const all = (stance: Stance) => Object.fromEntries(ids.map((id) => [id, stance]))
    const torn = { ...all('disagree'), c: 'agree' as const }
    const { holds } = commonGround(
      [saying(5, all('agree')), [...saying(5, all('disagree')), ...saying(2, torn)]],
      ids,
    )
    expect(holds[0]?.map(({ statementId }) => statementId)).toEqual(['a', 'b', 'd'])
  })

  it('is nothing when nobody else answered that', () => {
    expect(commonGround([saying(6, { park: 'agree' }), saying(6, {})], ['park'])).toEqual({
      holds: [[], []],
      meets: [],
    })
  })
})

describe('a side is taken', () => {
  const meeting = (agree: number, pass: number) =>
    commonGround([[...saying(agree, { s: 'agree' }), ...saying(pass, { s: 'pass' })]], ['s']).meets

  it.each([
    { agree: 6, pass: 4, taken: 1 },
    { agree: 5, pass: 4, taken: 0 },
    { agree: 3, pass: 2, taken: 1 },
    { agree: 59, pass: 41, taken: 0 },
    { agree: 60, pass: 40, taken: 1 },
  ])('from 60 of a hundred on: $agree agree, $pass pass', ({ agree, pass, taken }) => {
    expect(meeting(agree, pass)).toHaveLength(taken)
  })

  it.each([
    { agree: 4, taken: 0 },
    { agree: 5, taken: 1 },
  ])('never by fewer than five answers: $agree', ({ agree, taken }) => {
    expect(meeting(agree, 0)).toHaveLength(taken)
  })
})

it('without groups there is nothing', () => {
  expect(commonGround([], ['s'])).toEqual({ holds: [], meets: [] })
})
