export { CONTACT_KEY_BYTES, createContactBox, sameHash, type ContactBox } from './contact-box'
export { digestOf, newCode, newToken } from './digest'
export { seal, unseal } from './seal'
