import { CONTACT_KEY_BYTES, createContactBox } from '#server/platform/crypto/index'

const KEY = Buffer.alloc(CONTACT_KEY_BYTES, 'linli')

/** The key of every test, no secret, as a server is given it beside a neighbourhood that was built in its database. */
export const CONTACT_KEY = KEY.toString('base64')
/** The box of every test server. */
export const CONTACT_BOX = createContactBox(KEY)
