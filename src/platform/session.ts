import { useSyncExternalStore } from 'react'
import { forget, readStored, store } from './storage'
import { createStore } from './store'

const TOKEN = 'token'
const asText = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

const token = createStore<string | undefined>(undefined)
let started = false

/** The token of this phone's session; undefined when nobody is signed in. */
export function sessionToken(): string | undefined {
  if (!started) {
    started = true
    token.set(readStored(TOKEN, asText))
  }
  return token.get()
}

/** Keeps a new session. */
export function startSession(next: string): void {
  started = true
  store(TOKEN, next)
  token.set(next)
}

/** Forgets the session on this phone. */
export function endSession(): void {
  started = true
  forget(TOKEN)
  token.set(undefined)
}

/** Whether somebody is signed in on this phone. */
export function useSignedIn(): boolean {
  return useSyncExternalStore(token.subscribe, () => sessionToken() !== undefined)
}
