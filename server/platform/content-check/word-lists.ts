import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Concern } from '#core/moderation'

/** Beside this file; the build puts them beside the bundle (scripts/targets.ts). */
const FOLDER = path.join(__dirname, 'words')

/** Which file stands for which concern. */
const FILES = {
  insult: 'insult',
  sexual: 'sexual',
  illegal: 'illegal',
  ads: 'ads',
  incitement: 'incitement',
} as const satisfies Partial<Record<Concern, string>>

export interface WordLists {
  /** What each listed word is a sign of. */
  concerns: Map<string, Concern>
  /** Harmless phrases that hold a listed word. */
  allowed: string[]
  simplified: Map<string, string>
}

/** Reads the lists: one word a line, lines that begin with # say what the file is. */
export function readWordLists(folder = FOLDER): WordLists {
  const linesOf = (name: string) =>
    readFileSync(path.join(folder, `${name}.txt`), 'utf8')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'))
  const concerns = Object.entries(FILES).flatMap(([concern, name]) =>
    linesOf(name).map((word): [string, Concern] => [word, concern as Concern]),
  )
  return {
    concerns: new Map(concerns),
    allowed: linesOf('allowed'),
    simplified: new Map(linesOf('traditional').map((pair) => [pair.slice(0, 1), pair.slice(1, 2)])),
  }
}
