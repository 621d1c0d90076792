import { DomainError } from '#core/errors'
import { isVerified } from '#server/people/index'
import type { Transaction } from '#server/platform/db/index'

/** Whoever wants to help is known behind the scenes (domain.md 3). Throws HELPER_PHONE_REQUIRED. */
export async function enforceHelper(tx: Transaction, personId: string): Promise<void> {
  if (!(await isVerified(tx, personId))) throw new DomainError('HELPER_PHONE_REQUIRED')
}

/** The same, asked by who takes somebody in: they may have deleted their phone meanwhile. Throws PERSON_PHONE_MISSING. */
export async function enforceTheirPhone(tx: Transaction, personId: string): Promise<void> {
  if (!(await isVerified(tx, personId))) throw new DomainError('PERSON_PHONE_MISSING')
}
