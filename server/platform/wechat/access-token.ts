import { z } from 'zod/mini'
import { DomainError } from '#core/errors'
import { askWechat } from './ask'
import type { WechatSettings } from './client'

/** A token is given up this long before it ends, in milliseconds: the call it is for takes a while. */
const EARLY_MS = 5 * 60_000

/** The token that WeChat wants with every call of a server. */
export interface AccessToken {
  /** The token in force, asked for once however many need it at the same time. */
  get(): Promise<string>
  /** WeChat refused this token: the next `get` asks for another. Who was refused with an older one changes nothing. */
  drop(refused: string): void
}

const answer = z.object({
  access_token: z.optional(z.string().check(z.minLength(1), z.maxLength(512))),
  expires_in: z.optional(z.int().check(z.positive())),
  errcode: z.optional(z.int()),
})

/** -1 and 45009, 45011: busy, or asked too often. Everything else is a wrong appid or secret, or an address not allowed. */
const BUSY = [-1, 45009, 45011]

/** `/cgi-bin/stable_token`: up to 7,200 s, and asking again in that time gives the same one to every server. */
export function createAccessToken(settings: WechatSettings, now: () => Date): AccessToken {
  let kept: { token: string; until: number } | undefined
  let asking: Promise<string> | undefined
  const ask = async (): Promise<string> => {
    const { access_token: token, expires_in: seconds, errcode } = await askForToken(settings)
    if (errcode) throw new DomainError(BUSY.includes(errcode) ? 'WECHAT_BUSY' : 'WECHAT_NOT_SET_UP')
    if (!token || !seconds) throw new DomainError('WECHAT_BUSY')
    kept = { token, until: now().getTime() + seconds * 1000 - EARLY_MS }
    return token
  }
  return {
    get: () => {
      if (kept && now().getTime() < kept.until) return Promise.resolve(kept.token)
      asking ??= ask().finally(() => {
        asking = undefined
      })
      return asking
    },
    drop: (refused) => {
      if (kept?.token === refused) kept = undefined
    },
  }
}

function askForToken({ appid, secret, baseUrl }: WechatSettings) {
  return askWechat(`${baseUrl}/cgi-bin/stable_token`, answer, {
    grant_type: 'client_credential',
    appid,
    secret,
  })
}

/** The token is over or not the newest one. */
const TOKEN_OVER = [40001, 40014, 42001]

/** Asks with the token in force, which stands in the query. One that is over is changed once. */
export async function withToken<Answer extends { errcode?: number | undefined }>(
  tokens: AccessToken,
  ask: (query: URLSearchParams) => Promise<Answer>,
): Promise<Answer> {
  const once = async () => {
    const token = await tokens.get()
    return { token, found: await ask(new URLSearchParams({ access_token: token })) }
  }
  const first = await once()
  if (!TOKEN_OVER.includes(first.found.errcode ?? 0)) return first.found
  tokens.drop(first.token)
  return (await once()).found
}
