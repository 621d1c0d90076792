import fc from 'fast-check'
import { callerPhone, callerPhoneIn, maskPhone, mobile, mobileIn, phoneCode } from './phone'

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
const mobiles = fc
  .tuple(fc.constantFrom('13', '15', '17', '18', '19'), digits(9))
  .map((parts) => parts.join(''))
const fullWidth = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

describe('a mobile number', () => {
  it.each([
    '13800138000',
    ' 138 0013 8000 ',
    '138-0013-8000',
    '+86 138 0013 8000',
    '+8613800138000',
    '008613800138000',
    '8613800138000',
    '＋８６（１３８）００１３－８０００',
    '138\u30000013\u30008000',
    '138.0013.8000',
    '138–0013—8000',
  ])('is the same however it is written: %s', (written) => {
    expect(mobileIn(written)).toBe('13800138000')
    expect(mobile.parse(written)).toBe('13800138000')
  })

  it.each([
    '',
    '1380013800',
    '138001380000',
    '12800138000',
    '23800138000',
    '+1 138 0013 8000',
    '+85213800138',
    '027-87654321',
    '1380013800o',
    '138001380００x',
    'drop table phones',
    '1'.repeat(1_000_000),
  ])('is nothing else: %#', (written) => {
    expect(mobile.safeParse(written)).toMatchObject({
      success: false,
      error: { issues: [{ message: 'PHONE_INVALID' }] },
    })
  })

  it('is found again whatever blanks, signs and digits it is written with', () => {
    const sign = fc.constantFrom(' ', '-', '\u3000', '(', ')', '')
    fc.assert(
      fc.property(
        mobiles,
        fc.array(sign, { minLength: 11, maxLength: 11 }),
        fc.boolean(),
        (phone, signs, wide) => {
          const written = Array.from(phone, (digit, index) => `${digit}${signs[index] ?? ''}`).join('')
          expect(mobileIn(wide ? fullWidth(written) : written)).toBe(phone)
          expect(mobileIn(`+86${written}`)).toBe(phone)
        },
      ),
    )
  })

  it('is known again by its owner when it is masked, and by nobody else', () => {
    expect(maskPhone('13800138000')).toBe('138****8000')
    expect(maskPhone('02787654321')).toBe('****21')
    fc.assert(
      fc.property(mobiles, (phone) => {
        expect(maskPhone(phone)).toHaveLength(11)
        expect(maskPhone(phone)).not.toContain(phone.slice(3, 7))
      }),
    )
  })
})

describe('a caller’s number', () => {
  it.each([
    ['138 0013 8000', '13800138000'],
    ['(027) 8765-4321', '02787654321'],
    ['0771-5556677', '07715556677'],
  ])('may be mobile or fixed: %s', (written, kept) => {
    expect(callerPhoneIn(written)).toBe(kept)
    expect(callerPhone.parse(written)).toBe(kept)
  })

  it.each(['87654321', '110', '0', '没有电话', '138 0013 800'])('needs its area code: %s', (written) => {
    expect(callerPhoneIn(written)).toBeUndefined()
  })
})

describe('a code', () => {
  it.each(['012345', ' 012 345 ', '０１２３４５'])('is taken as it is read off: %s', (written) => {
    expect(phoneCode.parse(written)).toBe('012345')
  })

  it.each(['', '12345', '1234567', 'abcdef', '12345a', '1'.repeat(100_000)])(
    'is six digits: %#',
    (written) => {
      expect(phoneCode.safeParse(written)).toMatchObject({
        success: false,
        error: { issues: [{ message: 'PHONE_CODE_INVALID' }] },
      })
    },
  )

  // `86` and `+86` before a number are the country; a code is no number.
  it.each(['860000', '008612', '861386'])('may begin like a country: %s', (written) => {
    expect(phoneCode.parse(written)).toBe(written)
  })
})
