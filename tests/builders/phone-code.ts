import { randomInt } from 'node:crypto'
import { newId, type Database } from '#server/platform/db/index'
import { CONTACT_BOX } from './contact-box'

/** A mobile number of nobody else. */
export const anyPhone = () => `136${String(randomInt(10 ** 8)).padStart(8, '0')}`

/** A code that was sent to this person a moment ago, whatever they asked for before. */
export async function sentCode(db: Database, personId: string, now: Date): Promise<string> {
  const [codeId, code] = [newId(), '012345']
  const row = {
    code_id: codeId,
    sealed: CONTACT_BOX.seal(anyPhone(), `phone of code ${codeId}`),
    code_hash: CONTACT_BOX.blindIndex('phone code', codeId, code),
    tries: 0,
    sent: true,
    expires_at: new Date(now.getTime() + 60_000),
  }
  await db
    .insertInto('phone_codes')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute()
  return code
}
