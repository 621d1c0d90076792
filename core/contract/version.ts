/**
 * Version of the contract that this tree's client speaks. Counted up with a change that older clients would get wrong;
 * adding an endpoint or an optional field is none.
 */
export const CLIENT_VERSION = 1

/** Oldest version that the server still serves. Raised only after the new client has been out for a while. */
export const OLDEST_CLIENT = 1

/** Under which a client says what it is. */
export const CLIENT_HEADER = 'x-linli-client'

export const CLIENT_PLATFORMS = ['weapp', 'h5'] as const
export type ClientPlatform = (typeof CLIENT_PLATFORMS)[number]

/** What a client says of itself: `weapp 1`. */
export function clientName(platform: ClientPlatform, version: number = CLIENT_VERSION): string {
  return `${platform} ${version}`
}

const NAME = /^(weapp|h5) (\d{1,9})$/

/**
 * Whether a client is too old to be served. Who says nothing, or something else, is no client of ours (a command, another
 * program): it answers for itself what it understands.
 */
export function isTooOld(said: unknown, oldest: number): boolean {
  const version = typeof said === 'string' ? NAME.exec(said)?.[2] : undefined
  return version !== undefined && Number(version) < oldest
}

/**
 * How long a write can be repeated under its Idempotency-Key, in days: longer than anything waits on a phone to be sent.
 * What has waited longer there may stand on the server already, and nobody could tell: the person is asked.
 */
export const KEY_DAYS = 14
