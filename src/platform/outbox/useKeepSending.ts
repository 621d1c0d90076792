import { useDidShow, useLaunch } from '@tarojs/taro'
import { useEffect } from 'react'
import { knownMe, personOfSession, useMe } from '../me'
import { onBackOnline } from '../network'
import { sessionToken } from '../session'
import { goesOut, outbox } from './index'

/** After so long it is tried again, longer each time: a phone may be online without reaching anything. In ms. */
const PAUSES_MS = [5_000, 15_000, 60_000, 300_000]

/** At the start the first page asks who it is; only after so long the app asks by itself. In ms. */
const FIRST_PAGE_MS = 3_000

let failures = 0
let next: ReturnType<typeof setTimeout> | undefined

/**
 * Called once by the app: sends what waits as soon as it may arrive, at the start, when the app is shown again, when the
 * phone is online again, when somebody signs in, and now and then in between.
 */
export function useKeepSending(): void {
  const personId = useMe()?.personId
  useLaunch(sendWhenKnown)
  useDidShow(sendWhenKnown)
  useEffect(() => void (personId !== undefined && sendSoon()), [personId])
  useEffect(() => onBackOnline(() => void sendSoon()), [])
  // What has just been put in and did not get through is tried again as well.
  useEffect(() => outbox.subscribe(() => next ?? later()), [])
}

function sendWhenKnown(): void {
  if (personOfSession() !== undefined) return void sendSoon()
  next ??= setTimeout(() => void sendSoon(), FIRST_PAGE_MS)
}

async function sendSoon(): Promise<void> {
  clearTimeout(next)
  next = undefined
  if (sessionToken() === undefined) return
  // Without knowing who it is, nothing is sent; offline it isn't known yet after a start.
  const isKnown = await knownMe().then(
    () => true,
    () => false,
  )
  const isDone = isKnown && (await outbox.sendAll())
  failures = isDone ? 0 : failures + 1
  if (!isDone) later()
}

function later(): void {
  clearTimeout(next)
  next = undefined
  if (!outbox.list().some((one) => goesOut(one, Date.now()))) return
  const pause = PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)]
  next = setTimeout(() => void sendSoon(), pause)
}
