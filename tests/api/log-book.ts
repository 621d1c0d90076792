import type { DestinationStream } from 'pino'

/** Collects what a server logs. */
export interface LogBook extends DestinationStream {
  text(): string
  lines(): Record<string, unknown>[]
}

export function openLogBook(): LogBook {
  const written: string[] = []
  return {
    write: (line) => written.push(line),
    text: () => written.join(''),
    lines: () =>
      written
        .join('')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>),
  }
}
