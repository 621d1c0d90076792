import { createLocalCheck } from '#server/platform/content-check/index'
import { CONTACT_BOX } from './contact-box'

/** What a report needs besides its context. */
export const REPORT_PARTS = { contactBox: CONTACT_BOX, contentCheck: createLocalCheck() }
