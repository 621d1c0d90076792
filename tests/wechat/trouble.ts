import type { ServerResponse } from 'node:http'

/** Answers WeChat gives instead of what was asked for [WeChat, code2Session, stable_token, getuserphonenumber]. */
export const ERRCODES = {
  '-1': 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40169: 'invalid length for scene, or the data is not json string',
  40226: 'code blocked',
  41008: 'missing code',
  41030: 'invalid page',
  42001: 'access_token expired',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit mustslower retry next minute',
  48001: 'api unauthorized',
} as const

/** What may go wrong between us and WeChat besides its error codes. */
export type Trouble =
  | 'no JSON'
  | 'JSON of another kind'
  | 'neither openid nor errcode'
  | 'hangs up'
  | 'never answers'
  | 'status 502'

/** Answers as a network or a gateway in trouble does. */
export function goWrong(trouble: Trouble, response: ServerResponse): void {
  if (trouble === 'never answers') return
  if (trouble === 'hangs up') response.destroy()
  else if (trouble === 'status 502') response.writeHead(502).end('<html>Bad Gateway</html>')
  else if (trouble === 'no JSON') sendText(response, '<html>微信</html>')
  else if (trouble === 'JSON of another kind')
    sendText(response, '{"openid":{"$ne":null},"errcode":"0","access_token":7,"phone_info":"138"}')
  else sendText(response, '{}')
}

/** WeChat labels its JSON as text. */
export function sendText(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'text/plain' }).end(body)
}

/** A refusal with its error code. */
export function refusal(errcode: number): object {
  return { errcode, errmsg: ERRCODES[String(errcode) as unknown as keyof typeof ERRCODES] ?? 'unknown error' }
}

/** Answers with a picture, as WeChat does where all is well. */
export function sendPicture(response: ServerResponse, picture: Buffer): void {
  response.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture)
}
