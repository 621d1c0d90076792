import { answeredEnough, OPINION_ANSWERS_AT_LEAST, type Stance } from './opinions'

const statements = (count: number) => Array.from({ length: count }, (_, n) => `s${n}`)
const answering = (count: number, stance: Stance = 'pass') => ({
  personId: 'p',
  stances: Object.fromEntries(statements(count).map((id) => [id, stance])),
})

describe('somebody answered enough', () => {
  it.each([
    { of: 20, answered: OPINION_ANSWERS_AT_LEAST - 1, enough: false },
    { of: 20, answered: OPINION_ANSWERS_AT_LEAST, enough: true },
    { of: 3, answered: 2, enough: false },
    { of: 3, answered: 3, enough: true },
    { of: 0, answered: 0, enough: false },
  ])('with $answered of $of: $enough', ({ of, answered, enough }) => {
    expect(answeredEnough(answering(answered), statements(of))).toBe(enough)
  })

  it('only with answers to what is still asked', () => {
    expect(answeredEnough(answering(9), ['other', 's1'])).toBe(false)
  })
})
