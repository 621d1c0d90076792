/** What a contact is read for. */
export const CONTACT_SUBJECTS = ['matter', 'wish'] as const
export type ContactSubject = (typeof CONTACT_SUBJECTS)[number]
