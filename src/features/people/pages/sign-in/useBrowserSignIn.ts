import { useEffect, useRef } from 'react'
import { askBrowserSignInEndpoint, finishBrowserSignInEndpoint, type SignedIn } from '#core/people'
import { useLoad } from '@/hooks/useLoad'
import { ApiError, callEndpoint } from '@/platform/call-endpoint'
import { randomId } from '@/platform/random-id'

/** How often the browser asks whether the phone has answered, in milliseconds. */
const ASK_EVERY_MS = 3_000

/** 在电脑上登录: a code to be typed on the phone, asked for again when it is over; `onSignedIn` once the phone has let it in. */
export function useBrowserSignIn(onSignedIn: (session: SignedIn) => void) {
  const state = useLoad(ask, [])
  const latest = useRef({ onSignedIn, retry: state.retry })
  useEffect(() => {
    latest.current = { onSignedIn, retry: state.retry }
  })
  const secret = state.status === 'ready' ? state.data.secret : undefined
  useEffect(() => {
    if (secret === undefined) return
    let waiting: ReturnType<typeof setTimeout>
    let gone = false
    const look = async () => {
      const answer = await finish(secret)
      if (gone) return
      if (answer === 'over') latest.current.retry()
      else if (answer === 'waiting') waiting = setTimeout(() => void look(), ASK_EVERY_MS)
      else latest.current.onSignedIn(answer)
    }
    waiting = setTimeout(() => void look(), ASK_EVERY_MS)
    return () => {
      gone = true
      clearTimeout(waiting)
    }
  }, [secret])
  return state
}

const ask = async () => callEndpoint(askBrowserSignInEndpoint, { key: await randomId() })

/** A bad network is waited out; any refusal but "not yet" means that the code is over. */
async function finish(secret: string): Promise<SignedIn | 'waiting' | 'over'> {
  try {
    return await callEndpoint(finishBrowserSignInEndpoint, { body: { secret }, key: await randomId() })
  } catch (error) {
    const over = error instanceof ApiError && error.status === 404
    return over ? 'over' : 'waiting'
  }
}
