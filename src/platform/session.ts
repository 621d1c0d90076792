import { useSyncExternalStore } from 'react'
import { forget, readStored, store } from './storage'
import { createStore } from './store'

const TOKEN = 'token'
const asText = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

const token = createStore<string | undefined>(undefined)
let started = false
const changes = new Set<() => void>()

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
  changes.forEach((hear) => hear())
  token.set(next)
}

/** Runs when somebody signs in or out, before anything is loaded for them. */
export function onSessionChange(listener: () => void): () => void {
  changes.add(listener)
  return () => void changes.delete(listener)
}

/** Forgets the session on this phone. */
export function endSession(): void {
  started = true
  forget(TOKEN)
  changes.forEach((hear) => hear())
  token.set(undefined)
}

/** Whether somebody is signed in on this phone. */
export function useSignedIn(): boolean {
  return useSyncExternalStore(token.subscribe, () => sessionToken() !== undefined)
}
