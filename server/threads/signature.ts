import { signedAs, type Role } from '#core/permissions'
import type { Caller } from '#server/platform/context'
import type { ThreadSubject } from './subjects'

/** How somebody in office signs. */
export interface Signature {
  role: Role
  name: string
  unitName: string | null
}

/** An answer of who works on a thing bears role and unit. Who reported it speaks for themselves, whatever they hold. */
export function signatureOf(
  { personId, roles }: Pick<Caller, 'personId' | 'roles'>,
  { official, reporterId }: Pick<ThreadSubject, 'official' | 'reporterId'>,
): Signature | undefined {
  if (!official || personId === reporterId) return undefined
  const held = roles.find(({ role }) => role === official.role)
  return held && { ...official, name: signedAs(held) }
}
