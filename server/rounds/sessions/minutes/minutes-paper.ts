import type { SessionView } from '#core/rounds'

interface NoteOnPaper {
  name: string
  text: string
  at: string
}

interface SessionOnPaper extends Pick<SessionView, 'startsAt' | 'where' | 'hostName' | 'people'> {
  topic: string
  /** As they stand now: struck ones are counted only. */
  notes: readonly NoteOnPaper[]
  struck: number
}

/** What is drawn. Instants as ISO text: it goes to another thread. */
export interface MinutesPaper {
  question: string
  placeName: string
  convenerName: string
  printedAt: string
  sessions: readonly SessionOnPaper[]
}
