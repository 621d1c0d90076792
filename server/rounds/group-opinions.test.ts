import fc from 'fast-check'
import { OPINION_GROUP_AT_LEAST, type Opinion } from '#core/rounds'
import { makeOpinions } from '../../tests/builders/opinions'
import { adjustedRand } from '../../tests/builders/adjusted-rand'
import { groupOpinions, type OpinionGroup } from './group-opinions'

const EASY = { answered: 0.7, noise: 0.1, seed: 7 }

/** The groups somebody is in, as numbers, in the order of these people. */
function labels(groups: readonly OpinionGroup[], people: Iterable<string>): number[] {
  const groupOf = new Map(
    groups.flatMap(({ members }, group) => members.map(({ personId }) => [personId, group])),
  )
  return [...people].map((personId) => groupOf.get(personId) ?? -1)
}

const idsOf = (groups: readonly OpinionGroup[] | undefined) =>
  groups?.map(({ members }) => members.map(({ personId }) => personId))

describe('groups that are there', () => {
  it.each([
    { groups: 2, people: 60, statements: 24 },
    { groups: 2, people: 500, statements: 100 },
    { groups: 3, people: 90, statements: 30 },
    { groups: 4, people: 200, statements: 40 },
    { groups: 5, people: 500, statements: 100 },
  ])('are found: $groups among $people who were asked $statements', (wanted) => {
    for (const seed of wanted.people > 200 ? [1] : [1, 2, 3]) {
      const { opinions, statementIds, truth } = makeOpinions({ ...EASY, ...wanted, seed })
      const found = groupOpinions(opinions, statementIds) ?? []
      expect(found).toHaveLength(wanted.groups)
      const score = adjustedRand([...truth.values()], labels(found, truth.keys()))
      expect(score).toBeGreaterThanOrEqual(0.9)
    }
  })

  it('are found among people who answered few of many', () => {
    const { opinions, statementIds, truth } = makeOpinions({
      people: 500,
      statements: 100,
      groups: 3,
      answered: 0.3,
      noise: 0.3,
      seed: 4,
    })
    const found = groupOpinions(opinions, statementIds) ?? []
    expect(adjustedRand([...truth.values()], labels(found, truth.keys()))).toBeGreaterThanOrEqual(0.9)
  })

  it('are the same on every run and in every order of people and statements', () => {
    const { opinions, statementIds } = makeOpinions({ ...EASY, people: 60, statements: 15, groups: 3 })
    const first = groupOpinions(opinions, statementIds)
    expect(idsOf(groupOpinions(opinions, statementIds))).toEqual(idsOf(first))
    expect(groupOpinions([...opinions].reverse(), [...statementIds].reverse())).toEqual(first)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(opinions, { minLength: 60 }),
        fc.shuffledSubarray(statementIds, { minLength: 15 }),
        (people, statements) => {
          expect(groupOpinions(people, statements)).toEqual(first)
        },
      ),
      { numRuns: 10 },
    )
  })

  it('lie apart in the picture, the largest first', () => {
    const { opinions, statementIds } = makeOpinions({ ...EASY, people: 41, statements: 20, groups: 2 })
    const [large, small] = groupOpinions(opinions, statementIds) ?? []
    expect([large?.members.length, small?.members.length]).toEqual([21, 20])
    expect(Math.abs((large?.x ?? 0) - (small?.x ?? 0))).toBeGreaterThan(0.5)
  })
})

describe('nobody is put apart', () => {
  it('by chance: people who answer at random are one group', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const random = makeOpinions({
        people: 80,
        statements: 20,
        groups: 0,
        answered: 0.7,
        noise: 0,
        seed,
      })
      expect(groupOpinions(random.opinions, random.statementIds)).toHaveLength(1)
    }
  })

  it('where all say the same', () => {
    const { opinions, statementIds } = makeOpinions({
      people: 30,
      statements: 10,
      groups: 1,
      answered: 1,
      noise: 0,
      seed: 1,
    })
    const found = groupOpinions(opinions, statementIds)
    expect(found?.map(({ members, x, y }) => [members.length, x, y])).toEqual([[30, 0, 0]])
  })

  it('with fewer than four others', () => {
    const stance = fc.constantFrom('agree', 'disagree', 'pass', undefined)
    const said = fc.array(fc.array(stance, { minLength: 4, maxLength: 4 }), { minLength: 10, maxLength: 24 })
    fc.assert(
      fc.property(said, (rows) => {
        const opinions = rows.map((row, n): Opinion => ({
          personId: `p${n}`,
          stances: Object.fromEntries(row.flatMap((one, at) => (one ? [[`s${at}`, one]] : []))),
        }))
        const found = groupOpinions(opinions, ['s0', 's1', 's2', 's3']) ?? []
        for (const { members } of found) expect(members.length).toBeGreaterThanOrEqual(OPINION_GROUP_AT_LEAST)
      }),
      { numRuns: 200 },
    )
  })
})

describe('nothing is said', () => {
  const { opinions, statementIds } = makeOpinions({
    ...EASY,
    people: 30,
    statements: 12,
    groups: 2,
    answered: 1,
  })

  it('of fewer than ten', () => {
    expect(groupOpinions(opinions.slice(0, 9), statementIds)).toBeUndefined()
    expect(groupOpinions(opinions.slice(0, 10), statementIds)).toBeDefined()
  })

  it('of who answered too few', () => {
    const few = opinions.map(({ personId, stances }) => ({
      personId,
      stances: Object.fromEntries(Object.entries(stances).slice(0, 6)),
    }))
    expect(groupOpinions([...opinions.slice(0, 9), ...few.slice(9)], statementIds)).toBeUndefined()
    const found = groupOpinions([...opinions.slice(0, 20), ...few.slice(20)], statementIds) ?? []
    expect(found.flatMap(({ members }) => members)).toHaveLength(20)
  })

  it('where nothing was asked', () => {
    expect(groupOpinions(opinions, [])).toBeUndefined()
  })
})
