import { useCallback, useEffect, useRef, useState } from 'react'
import { listNotesEndpoint, type NoteView } from '#core/rounds'
import { callEndpoint } from '@/platform/call-endpoint'
import { usePageInView } from '@/platform/page'
import type { SessionAddress } from './useSession'

/** So often the page asks what others wrote meanwhile. */
const ASK_EVERY_MS = 3_000

/** The notes as they stand on this phone. */
export interface Notes {
  entries: readonly NoteView[]
  /** The first answer has come. */
  ready: boolean
  mayWrite: boolean
  /** The last question got no answer. */
  behind: boolean
  /** Asks at once, as after writing. */
  ask: () => Promise<void>
}

interface Seen {
  byId: ReadonlyMap<string, NoteView>
  last: number
  ready: boolean
  mayWrite: boolean
  behind: boolean
}

const NOTHING: Seen = { byId: new Map(), last: 0, ready: false, mayWrite: false, behind: false }

/**
 * What is written in a session, by whomever: asks for what came since, again and again while the page is in view. A question without an
 * answer is asked again from the same place, so that nothing is missed.
 */
export function useNotes({ communityId, roundId, sessionId }: SessionAddress): Notes {
  const [seen, setSeen] = useState(NOTHING)
  const last = useRef(0)
  const asking = useRef<Promise<void>>()
  const inView = usePageInView()
  const ask = useCallback((): Promise<void> => {
    const params = { communityId, roundId, sessionId }
    asking.current ??= askAll(params, last, setSeen).finally(() => (asking.current = undefined))
    return asking.current
  }, [communityId, roundId, sessionId])
  useEffect(() => {
    if (!inView) return undefined
    void ask()
    const timer = setInterval(() => void ask(), ASK_EVERY_MS)
    return () => clearInterval(timer)
  }, [ask, inView])
  const { byId, ready, mayWrite, behind } = seen
  return {
    entries: [...byId.values()].sort((one, other) => one.seq - other.seq),
    ready,
    mayWrite,
    behind,
    ask,
  }
}

async function askAll(
  params: SessionAddress,
  last: { current: number },
  setSeen: (change: (now: Seen) => Seen) => void,
): Promise<void> {
  try {
    for (let more = true; more;) {
      const query = { after: String(last.current) }
      const answer = await callEndpoint(listNotesEndpoint, { params: { ...params }, query })
      last.current = answer.last
      more = answer.more
      setSeen((now) => ({
        byId:
          answer.items.length === 0
            ? now.byId
            : new Map([...now.byId, ...answer.items.map((note) => [note.noteId, note] as const)]),
        last: answer.last,
        ready: true,
        mayWrite: answer.mayWrite,
        behind: false,
      }))
    }
  } catch {
    setSeen((now) => ({ ...now, behind: true }))
  }
}

/** An entry as it stands now, with what stood in its place before. */
export interface StandingNote {
  first: NoteView
  now: NoteView
  before: readonly NoteView[]
}

/** Entries in the order in which they were first written; what was changed since stands in its place. */
export function standingNotes(entries: readonly NoteView[]): StandingNote[] {
  const firsts = entries.filter(({ replaces }) => replaces === null)
  return firsts.map((first) => {
    const all = [first, ...entries.filter(({ replaces }) => replaces === first.noteId)]
    return { first, now: all[all.length - 1] ?? first, before: all.slice(0, -1) }
  })
}
