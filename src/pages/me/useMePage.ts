import { useState } from 'react'
import { changeMeEndpoint, listSessionsEndpoint, revokeSessionEndpoint, type MeView } from '#core/people'
import { useLoad, type LoadState } from '@/hooks/useLoad'
import { useReturn } from '@/hooks/useReturn'
import { useSubmit } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { callEndpoint } from '@/platform/call-endpoint'
import { copyText } from '@/platform/clipboard'
import { confirm, toast } from '@/platform/feedback'
import { loadMeBy, setMe, useMe } from '@/platform/me'
import { endSession, sessionToken } from '@/platform/session'
import { ME } from './words'

/** 我的: who is signed in; what is known already is shown at once. */
export function useMePage(): LoadState<MeView> {
  const known = useMe()
  const state = useLoad(loadMeBy, [])
  useReturn(() => void state.refresh())
  if (!known) return state
  const { retry, retrying } = state
  const keptAt = state.status === 'ready' ? state.keptAt : undefined
  return { status: 'ready', data: known, retry, retrying, ...(keptAt === undefined ? {} : { keptAt }) }
}

/** 改称呼. */
export function useNickname(before: string, onDone: () => void) {
  const [nickname, setNickname] = useState(before)
  const [missing, setMissing] = useState(false)
  const { submit, busy, failure, clear } = useSubmit(
    (written: string, key) =>
      withConsent(() => callEndpoint(changeMeEndpoint, { body: { nickname: written }, key })),
    (changed) => {
      setMe(changed)
      toast(ME.nicknameDone)
      onDone()
    },
  )
  const change = (next: string) => {
    setNickname(next)
    setMissing(false)
    clear()
  }
  const save = () => {
    const written = nickname.trim()
    setMissing(written === '')
    if (written !== '') void submit(written)
  }
  return { nickname, change, save, busy, error: missing ? ME.nicknameMissing : failure?.message }
}

/** Copies the code, or says that it is to be read out. */
export async function copyCode(code: string): Promise<void> {
  toast((await copyText(code)) ? ME.copied : ME.notCopied)
}

/** 退出登录: on the server first, then on this phone; whoever looks at this page is then led to sign in. */
export function useSignOut() {
  const { submit, busy } = useSubmit(revokeCurrent)
  const signOut = async () => {
    const wanted = { title: ME.signOutQuestion, text: ME.signOutText, yes: ME.signOutYes, no: ME.signOutNo }
    if (!(await confirm(wanted))) return
    const revoked = await submit(undefined)
    // The server may have said that the session was over already.
    if (!revoked && sessionToken() !== undefined) {
      const here = {
        title: ME.signOutHere,
        text: ME.signOutHereText,
        yes: ME.signOutHereYes,
        no: ME.signOutNo,
      }
      if (!(await confirm(here))) return
    }
    endSession()
    setMe(undefined)
  }
  return { signOut: () => void signOut(), busy }
}

async function revokeCurrent(_: undefined, key: string): Promise<void> {
  const sessionId = await findCurrentSession()
  if (sessionId !== undefined) await callEndpoint(revokeSessionEndpoint, { params: { sessionId }, key })
}

async function findCurrentSession(cursor?: string): Promise<string | undefined> {
  const { items, nextCursor } = await callEndpoint(listSessionsEndpoint, { query: { cursor } })
  const current = items.find((session) => session.current)
  if (current || nextCursor === null) return current?.sessionId
  return findCurrentSession(nextCursor)
}
