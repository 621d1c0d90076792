import { z } from 'zod/mini'

/** 验证码. A code of 6 digits is guessed in 5 tries once in 200,000 times. */
export const PHONE_CODE_LENGTH = 6
/** How long a code is good for, in minutes. */
export const PHONE_CODE_MINUTES = 10
/** How often a wrong code may be typed before a new one is needed. */
export const PHONE_CODE_TRIES = 5
/** How often one request may be handed to the gateway: the first time, and twice again when it did not go out. */
export const PHONE_CODE_SENDS = 3
/** Between two codes to the same person or phone, in seconds. */
export const PHONE_CODE_WAIT_SECONDS = 60
/** Codes a day: a message costs money, and nobody's phone is to be flooded. A whole building may share an address. */
export const PHONE_CODES_A_DAY = { person: 5, phone: 5, address: 50 } as const

const MOBILE = /^1[3-9]\d{9}$/
/** Area code and number of a fixed line, as people write them after joining. */
const FIXED_LINE = /^0\d{9,11}$/
/** Longest text that is looked at: `＋８６ (138) 0013-8000` and some blanks. */
const LONGEST = 40

/** Digits as one reads them, without blanks and the signs people write between them. */
function digitsOf(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/＋/g, '+')
    .replace(/[\s()（）.·\-‐-―－]/g, '')
}

/** `＋８６ 138-0013 8000` as digits, without the country. */
const numberIn = (text: string) => digitsOf(text).replace(/^(\+86|0086|86(?=1[3-9]\d{9}$))/, '')

/** A mobile number of the mainland as 11 digits; undefined for anything else. */
export function mobileIn(text: string): string | undefined {
  const digits = numberIn(text)
  return MOBILE.test(digits) ? digits : undefined
}

/** What a caller may leave at the counter: a mobile or a fixed line with its area code, digits only. */
export function callerPhoneIn(text: string): string | undefined {
  const digits = numberIn(text)
  return MOBILE.test(digits) || FIXED_LINE.test(digits) ? digits : undefined
}

/** 138****8000: enough for its owner to know it again. A fixed line keeps its last two digits only. */
export function maskPhone(phone: string): string {
  return MOBILE.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(7)}` : `****${phone.slice(-2)}`
}

const phoneBy = (normalise: (text: string) => string | undefined) =>
  z.pipe(
    z.pipe(
      z.string().check(z.maxLength(LONGEST, 'PHONE_INVALID')),
      z.transform((text) => normalise(text) ?? ''),
    ),
    z.string().check(z.minLength(1, 'PHONE_INVALID')),
  )

/** A mobile number however it is typed; parsed to 11 digits. */
export const mobile = phoneBy(mobileIn)
/** A caller's number however it is typed; parsed to digits. */
export const callerPhone = phoneBy(callerPhoneIn)

/** The code as typed: blanks and full-width digits are forgiven. */
export const phoneCode = z.pipe(
  z.pipe(z.string().check(z.maxLength(LONGEST, 'PHONE_CODE_INVALID')), z.transform(digitsOf)),
  z.string().check(z.regex(new RegExp(`^\\d{${PHONE_CODE_LENGTH}}$`), 'PHONE_CODE_INVALID')),
)
