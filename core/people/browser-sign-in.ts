import { z } from 'zod/mini'
import { done, endpoint, instant } from '../contract'
import { signedIn } from './contract'

/** Signing in at a browser with a phone that is signed in already, as in RFC 8628 (device authorization grant). */

/** How long a code can be used, in minutes. */
export const BROWSER_CODE_MINUTES = 5
export const BROWSER_CODE_LENGTH = 8

/** A code as it was typed: without blanks and dashes, and in capitals. */
export function browserCodeIn(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase()
}

export const askBrowserSignInEndpoint = endpoint({
  method: 'POST',
  path: '/browser-sign-ins',
  summary: '在电脑上登录：要一个给手机填的码',
  access: 'anyone',
  response: z.object({ code: z.string(), secret: z.string(), expiresAt: instant }),
})

export const allowBrowserSignInEndpoint = endpoint({
  method: 'POST',
  path: '/browser-sign-ins/:code/approval',
  summary: '在手机上允许一台电脑登录',
  params: z.object({ code: z.string().check(z.maxLength(32)) }),
  response: done,
})

export const finishBrowserSignInEndpoint = endpoint({
  method: 'POST',
  path: '/sessions/browser',
  summary: '手机允许后，电脑拿到登录',
  access: 'anyone',
  body: z.object({ secret: z.string().check(z.maxLength(64)) }),
  response: signedIn,
})
