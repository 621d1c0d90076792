import { ERRORS, messageOf, type ErrorCode } from '#core/errors'

/** An answer as a caller reads it. */
export interface Heard {
  status: number
  body: { code?: string; message?: string; field?: string }
}

/** What is wrong with an answer: undefined when it is a success or a plain refusal in our words. */
export function complaint({ status, body }: Heard): string | undefined {
  if (status === 200) return undefined
  if (status < 400 || status >= 500) return `status ${status}`
  const { code, message, ...rest } = body
  if (!code || !(code in ERRORS)) return `unknown code ${code}`
  if (message !== messageOf(code as ErrorCode) || !/^\p{Script=Han}/u.test(message))
    return `no message of ours: ${message}`
  return Object.keys(rest).every((key) => key === 'field')
    ? undefined
    : `more than code, message, field: ${Object.keys(rest).join()}`
}

/** The body of an answer; empty when it isn't JSON. */
export function readBody(text: string): Heard['body'] {
  try {
    return JSON.parse(text) as Heard['body']
  } catch {
    return {}
  }
}
