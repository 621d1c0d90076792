import type { z } from 'zod/mini'
import {
  BALLOT_STATUSES,
  bulletinFormat,
  type Bulletin,
  type BulletinBallot,
  type BulletinRollEntry,
} from './bulletin-format'

/** What a file says, or why it is no bulletin. */
type Read = { success: true; data: Bulletin } | { success: false; issues: readonly z.core.$ZodIssue[] }

/**
 * Reads a file by `bulletinFormat`. Of 100,000 ballots and voters each is looked at by hand first, which is many times as
 * fast and copies none; what is not plainly one of them is left to the format itself, which also has the words for it.
 */
export function readBulletin(value: unknown): Read {
  if (isPlainRecord(value) && areAll(value.ballots, isPlainBallot) && areAll(value.roll, isPlainRollEntry)) {
    const frame = bulletinFormat.safeParse({ ...value, ballots: [], roll: [] })
    if (frame.success)
      return { success: true, data: { ...frame.data, ballots: value.ballots, roll: value.roll } }
  }
  const read = bulletinFormat.safeParse(value)
  return read.success ? read : { success: false, issues: read.error.issues }
}

type Named = Readonly<Record<string, unknown>>

function areAll<T>(value: unknown, is: (one: unknown) => one is T): value is T[] {
  return Array.isArray(value) && value.every(is)
}

const { hasOwnProperty: hasOwn } = Object.prototype
const { isSafeInteger } = Number

/** An object as JSON has it; one that names its prototype is left to the format. */
const isPlainRecord = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !hasOwn.call(value, '__proto__')

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isTextOrNone = (value: unknown): boolean => value === undefined || isText(value)
const STATUSES: ReadonlySet<unknown> = new Set(BALLOT_STATUSES)

/** Exported for the test, which holds it against the format. */
export function isPlainBallot(value: unknown): value is BulletinBallot {
  return (
    isPlainRecord(value) &&
    isSafeInteger(value.seq) &&
    isTextOrNone(value.voter) &&
    isTextOrNone(value.channel) &&
    STATUSES.has(value.status) &&
    isText(value.receipt) &&
    typeof value.prev === 'string' &&
    typeof value.hash === 'string' &&
    arePlainChoices(value.choices)
  )
}

function arePlainChoices(value: unknown): boolean {
  if (!isPlainRecord(value)) return false
  for (const name of Object.keys(value)) {
    const choice = value[name]
    if (typeof choice !== 'string' && !areAll(choice, isString)) return false
  }
  return true
}

const isString = (value: unknown): value is string => typeof value === 'string'

/** Exported for the test, which holds it against the format. */
export function isPlainRollEntry(value: unknown): value is BulletinRollEntry {
  return (
    isPlainRecord(value) &&
    isText(value.voter) &&
    (value.delivered === undefined || typeof value.delivered === 'boolean') &&
    areAll(value.units, isPlainUnit)
  )
}

const isPlainUnit = (value: unknown): value is BulletinRollEntry['units'][number] =>
  isPlainRecord(value) &&
  isText(value.unit) &&
  isSafeInteger(value.area_centi_m2) &&
  (value.area_centi_m2 as number) >= 0
