import canonicalize from 'canonicalize'

/** SHA-256 of a text in UTF-8, as 64 lower-case hex digits. Given from outside: phone and server have different ones. */
export type Sha256 = (text: string) => string

/** The `prev` of the first ballot, and the head of a record without ballots. */
export const CHAIN_START = '0'.repeat(64)

/** The hash of a value in the one form that everybody writes alike (RFC 8785). Throws for what JSON can't say. */
export function hashOf(value: unknown, sha256: Sha256): string {
  return sha256(canonicalize(value) ?? '')
}

/** What is frozen at notice; of a secret vote only how many are on its roll. */
interface Frozen {
  vote: { text_sha256: string; secrecy: 'named' | 'secret'; binding: string; settings: unknown }
  items: unknown
  roll: unknown
  roll_size?: number | undefined
}

/** `frozen_sha256`: over text, settings, items, rules and roll, as they stand in the record. */
export function frozenHash({ vote, items, roll, roll_size: size }: Frozen, sha256: Sha256): string {
  const { text_sha256, secrecy, binding, settings } = vote
  const entitled = secrecy === 'secret' ? { roll_size: size } : { roll }
  return hashOf({ text_sha256, secrecy, binding, settings, items, ...entitled }, sha256)
}

/** The hash of a ballot: over all that stands in it but the hash itself. */
export function ballotHash({ hash: _left, ...ballot }: { hash?: string }, sha256: Sha256): string {
  return hashOf(ballot, sha256)
}
