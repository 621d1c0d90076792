/** How long an archive lies ready, in days. */
export const ARCHIVE_DAYS = 3

/** After asking for one, so many hours pass before the next. */
export const ARCHIVE_WAIT_HOURS = 24

/** How long an address that opens an archive holds, in minutes: long enough to type it at a computer. */
export const ARCHIVE_ADDRESS_MINUTES = 15

export const ARCHIVE_STATES = ['making', 'ready'] as const
export type ArchiveState = (typeof ARCHIVE_STATES)[number]

const HOUR_MS = 3_600_000

/** From when on the next one may be asked for. */
export function nextArchiveAt(askedAt: Date): Date {
  return new Date(askedAt.getTime() + ARCHIVE_WAIT_HOURS * HOUR_MS)
}

/** Until when one that was asked for now is kept, whether it was ever finished or not. */
export function archiveEndsAt(readyAt: Date): Date {
  return new Date(readyAt.getTime() + ARCHIVE_DAYS * 24 * HOUR_MS)
}
