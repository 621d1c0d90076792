import { randomBytes } from 'node:crypto'
import { refusal } from './trouble'

/** How long the code of a button lives, and an access token, in seconds [WeChat]. */
const CODE_SECONDS = 5 * 60
const TOKEN_SECONDS = 7200

/** WeChat's desk for access tokens and phone numbers. */
export interface PhoneDesk {
  /** Every token that was handed out. */
  tokens: string[]
  /** How often a token was asked for. */
  tokenQuestions: number
  /** Somebody presses the button: the code for their number. */
  press(number: string, countryCode?: string): string
  /** The token in force is over at once, as when another server forces a new one. */
  endToken(): void
  /** Answers `/cgi-bin/stable_token`. */
  token(body: string): object
  /** What is answered to a question with this token: undefined where it is in force. */
  refusalOf(token: string): object | undefined
  /** Answers `/wxa/business/getuserphonenumber`. */
  number(query: URLSearchParams, body: string): object
}

interface Settings {
  appid: string
  secret: string
  now: () => Date
}

interface Pressed {
  number: string
  countryCode: string
  until: number
  used: boolean
}

/** Speaks both protocols; codes are good once, tokens until they are over. */
export function createPhoneDesk({ appid, secret, now }: Settings): PhoneDesk {
  const pressed = new Map<string, Pressed>()
  const seconds = () => now().getTime() / 1000
  let current: { token: string; until: number } | undefined
  const desk: PhoneDesk = {
    tokens: [],
    tokenQuestions: 0,
    press: (number, countryCode = '86') => {
      const code = randomBytes(16).toString('hex')
      pressed.set(code, { number, countryCode, until: seconds() + CODE_SECONDS, used: false })
      return code
    },
    endToken: () => {
      current = undefined
    },
    token: (body) => {
      desk.tokenQuestions += 1
      const asked = JSON.parse(body) as Record<string, unknown>
      if (asked.grant_type !== 'client_credential' || asked.appid !== appid) return refusal(40013)
      if (asked.secret !== secret) return refusal(40125)
      if (!current || current.until <= seconds()) {
        current = { token: randomBytes(60).toString('base64url'), until: seconds() + TOKEN_SECONDS }
        desk.tokens.push(current.token)
      }
      return { access_token: current.token, expires_in: Math.floor(current.until - seconds()) }
    },
    refusalOf: (token) => {
      if (token !== current?.token) return refusal(desk.tokens.includes(token) ? 42001 : 40001)
      return current.until <= seconds() ? refusal(42001) : undefined
    },
    number: (query, body) => {
      const refused = desk.refusalOf(query.get('access_token') ?? '')
      if (refused) return refused
      const found = pressed.get((JSON.parse(body) as { code?: string }).code ?? '')
      if (!found || found.until <= seconds()) return refusal(40029)
      if (found.used) return refusal(40163)
      found.used = true
      const { number, countryCode } = found
      return {
        errcode: 0,
        errmsg: 'ok',
        phone_info: {
          phoneNumber: `+${countryCode} ${number}`,
          purePhoneNumber: number,
          countryCode,
          watermark: { timestamp: Math.floor(seconds()), appid },
        },
      }
    },
  }
  return desk
}
