import type { Opinion, Stance } from '#core/rounds'
import { pictureOpinions } from './picture-opinions'

const ASKED = ['park', 'bench', 'gate', 'bikes', 'lamp', 'trees', 'noise']

/** People who differ in all but the lamp; every third of them passes on the noise. */
const people = (from: number, to: number, side: Stance): Opinion[] =>
  Array.from({ length: to - from }, (_, n) => ({
    personId: `p${from + n}`,
    stances: {
      ...Object.fromEntries(ASKED.map((id) => [id, side])),
      lamp: 'agree' as const,
      ...(n % 3 === 0 ? { noise: 'pass' as const } : {}),
    },
  }))

describe('the picture', () => {
  const picture = pictureOpinions([...people(0, 12, 'agree'), ...people(12, 21, 'disagree')], ASKED)

  it('says how many think alike and what they hold', () => {
    expect(picture?.groups.map(({ people: size, holds }) => [size, holds.map(({ side }) => side)])).toEqual([
      [12, ['agree', 'agree', 'agree']],
      [9, ['disagree', 'disagree', 'disagree']],
    ])
  })

  it('says where all meet', () => {
    const none = { statementId: 'lamp', disagree: 0, pass: 0 }
    expect(picture?.meets).toEqual([
      { ...none, agree: 21, side: 'agree', byGroup: [12, 9].map((agree) => ({ ...none, agree })) },
    ])
  })

  it('knows where somebody stands', () => {
    expect([picture?.groupOf.get('p3'), picture?.groupOf.get('p20'), picture?.groupOf.get('p99')]).toEqual([
      0,
      1,
      undefined,
    ])
  })
})

it('there is none of nine people', () => {
  expect(pictureOpinions(people(0, 9, 'agree'), ASKED)).toBeUndefined()
})
