/** Each rule and each word of the domain is written once, in core. Finds what src and server write a second time. */
import path from 'node:path'
import {
  comparedIn,
  constArrayIn,
  literalsIn,
  namesIn,
  sourcesUnder,
  statesIn,
  type Source,
} from './literals'
import { report } from './report'

const CHINESE = /\p{Script=Han}.*\p{Script=Han}/su

/** Chinese words that core has: states, acts, roles, errors and their sentences. */
export function wordsOf(core: readonly Source[]): Map<string, string> {
  const words = core.flatMap(namesIn).filter(({ text }) => CHINESE.test(text))
  return new Map(words.map(({ text, at }) => [text, at]))
}

/** States of every workflow and all roles: to compare with one of them is to decide something, which policies do. */
export function decidingWords(core: readonly Source[]): Set<string> {
  const tables = core.filter(({ file }) => path.basename(file) === 'workflow.ts')
  return new Set([...tables.flatMap(statesIn), ...core.flatMap((source) => constArrayIn(source, 'ROLES'))])
}

export function secondTimes(
  core: readonly Source[],
  src: readonly Source[],
  server: readonly Source[],
): string[] {
  const words = wordsOf(core)
  const deciding = decidingWords(core)
  // Taro reads a page's configuration without its imports.
  const sayers = [...src, ...server].filter(({ file }) => !file.endsWith('.config.ts'))
  const repeated = sayers.flatMap(literalsIn).filter(({ text }) => words.has(text))
  const decided = src.flatMap(comparedIn).filter(({ text }) => deciding.has(text))
  return [
    ...repeated.map(
      ({ text, at }) => `${at} writes 「${text}」 again: import it from core (${words.get(text)})`,
    ),
    ...decided.map(({ text, at }) => `${at} decides by '${text}': ask core's policy or label table instead`),
  ]
}

if (require.main === module) {
  const [core, src, server] = ['core', 'src', 'server'].map(sourcesUnder)
  report('Rules and words are written once', secondTimes(core ?? [], src ?? [], server ?? []))
}
