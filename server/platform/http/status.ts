import type { ErrorKind } from '#core/errors'

/** HTTP status of each kind: total, so that a new kind doesn't compile until it has one. */
export const STATUS: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  outdated: 426,
  rate_limited: 429,
  unavailable: 503,
  internal: 500,
}
