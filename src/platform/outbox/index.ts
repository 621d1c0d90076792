import { useSyncExternalStore } from 'react'
import { personOfSession, useMe } from '../me'
import { dropPhoto } from '../photo-files'
import { forget, readStored, store } from '../storage'
import { canSendHere, deliverLetter } from './deliver'
import { parseLetters, type Letter } from './letter'
import { createOutbox, type Shelf } from './outbox'

export { goesOut, isOld, type Letter, type LetterPhoto } from './letter'
export { canSendHere, LIFE } from './deliver'
export type { Outcome } from './outbox'

const keyOf = (personId: string) => `outbox.${personId}`

/** Of phones that refuse to store (full, private window): then it lasts as long as the app. */
const unstored = new Map<string, Letter[]>()

/** Each person has a box of their own on a shared phone; signing out leaves it as it is. */
function shelfOf(personId: string): Shelf {
  return {
    read: () => unstored.get(personId) ?? readStored(keyOf(personId), parseLetters) ?? [],
    write: (letters) => {
      if (letters.length === 0) forget(keyOf(personId))
      if (letters.length === 0 || store(keyOf(personId), letters)) unstored.delete(personId)
      else unstored.set(personId, letters)
    },
  }
}

/** Whether what waits would still be there after the app was killed. */
export function isStored(): boolean {
  const personId = personOfSession()
  return personId !== undefined && !unstored.has(personId)
}

/** 等待发送: what was written on this phone and has not arrived yet. */
export const outbox = createOutbox({
  shelf: () => {
    const personId = personOfSession()
    return personId === undefined ? undefined : shelfOf(personId)
  },
  deliver: deliverLetter,
  canSendHere,
  now: Date.now,
})

// Their files were kept for the way only.
outbox.onArrived(dropFilesOf)

/** Throws away the photos that lay on the phone for it. */
export function dropFilesOf({ photos }: Letter): void {
  for (const items of Object.values(photos))
    for (const { file } of items) if (file !== undefined) dropPhoto(file)
}

const NONE: readonly Letter[] = []
let seen: { text: string; letters: readonly Letter[] } = { text: '[]', letters: NONE }

/** The same list as long as nothing in it has changed, as useSyncExternalStore asks. */
function snapshot(): readonly Letter[] {
  const letters = outbox.list().filter(({ key }) => !outbox.isFresh(key))
  const text = JSON.stringify(letters)
  if (text !== seen.text) seen = { text, letters: letters.length > 0 ? letters : NONE }
  return seen.letters
}

/** What waits to be sent for who is signed in, oldest first. `about`: only what belongs to one thing or list. */
export function useLetters(about?: string): readonly Letter[] {
  // Another person has another box.
  useMe()
  const all = useSyncExternalStore(outbox.subscribe, snapshot)
  return about === undefined ? all : all.filter((one) => one.about === about)
}

/** 注销: nothing that waits, and none of its photos, stays on this phone. What is on its way arrives or not. */
export function dropLetters(): void {
  for (const { key } of outbox.list()) {
    const taken = outbox.take(key)
    if (taken) dropFilesOf(taken)
  }
}
