import { castByInWords, toCastInWords } from '.'

const now = new Date('2026-11-28T02:00:00.000Z')
const closesAt = '2026-11-28T12:00:00.000Z'

describe('what waits to be cast', () => {
  it('is one’s own first, whomever else one votes for', () => {
    expect(castByInWords({ closesAt, toCast: 1, byProxyFor: [] }, now)).toBe('今晚 20:00 前投票')
    expect(castByInWords({ closesAt, toCast: 2, byProxyFor: ['501 室'] }, now)).toBe('今晚 20:00 前投票')
    expect(toCastInWords({ toCast: 1, byProxyFor: [] })).toBe('您还没投')
    expect(toCastInWords({ toCast: 2, byProxyFor: ['501 室'] })).toBe('您还有 2 票没投')
  })

  it('is said with for whom, where all of it is by proxy', () => {
    const two = { toCast: 2, byProxyFor: ['501 室', '502 室'] }
    expect(castByInWords({ closesAt, ...two }, now)).toBe('今晚 20:00 前替 501 室、502 室 投票')
    expect(toCastInWords(two)).toBe('您还没替 501 室、502 室 投')
  })

  it('is nothing where nobody waits', () => {
    expect(toCastInWords({ toCast: 0, byProxyFor: [] })).toBeUndefined()
  })
})
