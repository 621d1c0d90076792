import { useEffect } from 'react'
import {
  listDemoPersonsEndpoint,
  signInAsDemoPersonEndpoint,
  signInWithWechatEndpoint,
  type DemoPerson,
  type SignedIn,
} from '#core/people'
import { useLoad } from '@/hooks/useLoad'
import { useSubmit } from '@/hooks/useSubmit'
import { ApiError, callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { loadMe, setMe } from '@/platform/me'
import { redirect, switchTab, usePageQuery } from '@/platform/navigation'
import { randomId } from '@/platform/random-id'
import { ReadableError } from '@/platform/readable-error'
import { sessionToken, startSession } from '@/platform/session'
import { wechatLoginCode } from '@/platform/wechat-login'
import { SIGN_IN } from '../../words'

/** With WeChat, as one person of the demo, or with the session that a phone has let this browser have. */
type How = { personId: string } | 'wechat' | SignedIn

/** Signs in, and leads to where the reader wanted to go. */
export function useSignIn() {
  const { next } = usePageQuery()
  const demo = useLoad(listDemoPersons, [])
  const { submit, busy, failure } = useSubmit(signIn, () => goOn(next))
  useEffect(() => {
    if (sessionToken() !== undefined) goOn(next)
  }, [next])
  return {
    demo,
    busy,
    failure,
    withWechat: () => void submit('wechat'),
    withSession: (session: SignedIn) => void submit(session),
    as: (person: DemoPerson) => void submit({ personId: person.personId }),
  }
}

/** Nobody, where this is no demo. */
async function listDemoPersons(): Promise<DemoPerson[]> {
  try {
    return (await callEndpoint(listDemoPersonsEndpoint, {})).items
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return []
    throw error
  }
}

async function signIn(how: How, key: string): Promise<void> {
  const { token, closingCancelled } = await sessionOf(how, key)
  setMe(undefined)
  startSession(token)
  if (closingCancelled) toast(SIGN_IN.kept)
  // The session stands: where this fails, the next page loads it and says so.
  await loadMe().catch(() => undefined)
}

function sessionOf(how: How, key: string): Promise<SignedIn> {
  if (how === 'wechat') return withWechat()
  return 'token' in how ? Promise.resolve(how) : asDemoPerson(how.personId, key)
}

/** WeChat's code is another one at each attempt, so the attempt has a key of its own. */
async function withWechat(): Promise<SignedIn> {
  const code = await wechatLoginCode().catch(() => undefined)
  if (code === undefined) throw new ReadableError(SIGN_IN.noCode)
  return callEndpoint(signInWithWechatEndpoint, { body: { code }, key: await randomId() })
}

function asDemoPerson(personId: string, key: string): Promise<SignedIn> {
  return callEndpoint(signInAsDemoPersonEndpoint, { body: { personId }, key })
}

/** Only to pages of our own: the address may have been typed by anybody. */
function goOn(next: string | undefined): void {
  if (next !== undefined && next.startsWith('/features/')) redirect(next)
  else switchTab('home')
}
