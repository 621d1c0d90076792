import { startOfDay } from '#core/calendar'
import type { SessionView } from '#core/rounds'

const TIME = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/
const MINUTE_MS = 60_000

/** The instant of a day (YYYY-MM-DD) and a time of it as it is written (19:30), in Shanghai; undefined where it is none. */
export function instantOf(day: string, time: string): string | undefined {
  const match = TIME.exec(time.trim())
  if (!match) return undefined
  const minutes = Number(match[1]) * 60 + Number(match[2])
  return new Date(startOfDay(day).getTime() + minutes * MINUTE_MS).toISOString()
}

/** Places of a board, each once; null is online and comes last. */
export function placesOf(sessions: readonly SessionView[]): (string | null)[] {
  const places = [...new Set(sessions.map(({ where }) => where))]
  return [...places.filter((place) => place !== null).sort(), ...(places.includes(null) ? [null] : [])]
}
