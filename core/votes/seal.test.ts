import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { inOneForm } from './seal'

describe('the one form of a value', () => {
  it('is what RFC 8785 says, whether its names were in order or not', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom('1', '9', '10', 'a', 'b', '__proto__'),
    )
    const { any } = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, true, false),
        fc.string({ unit: 'binary' }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(name, tie('any'), { maxKeys: 5 }),
      ),
    }))
    fc.assert(
      fc.property(any, (value) => {
        const inOrder = JSON.parse(canonicalize(value) as string) as unknown
        for (const one of [value, inOrder]) expect(inOneForm(one)).toBe(canonicalize(value))
      }),
      { numRuns: 500 },
    )
  })

  it('does not exist for what JSON can’t say', () => {
    for (const value of [NaN, Infinity, { a: -Infinity }, [NaN]]) expect(() => inOneForm(value)).toThrow()
  })

  it('leaves out what is undefined', () => {
    expect(inOneForm({ a: 1, b: undefined })).toBe('{"a":1}')
    expect(inOneForm({ b: undefined, a: 1 })).toBe('{"a":1}')
  })
})
