import { v7 } from 'uuid'

/** A new UUIDv7: its order is the order of making, so it serves as keyset. */
export function newId(): string {
  return v7()
}
