import { checkContactKey } from '#server/people/index'
import type { Config } from '#server/platform/config'
import { createContactBox, type ContactBox } from '#server/platform/crypto/index'
import type { Database } from '#server/platform/db/index'
import { readOrMakeKey } from '#server/platform/keys/index'

/** The box the server itself uses; refused, as there, when its key is not this database's. */
export async function openContactBox(db: Database, { contactKey, dataDir }: Config): Promise<ContactBox> {
  const box = createContactBox(contactKey ?? (await readOrMakeKey(dataDir, 'contact')))
  await checkContactKey(db, box)
  return box
}
