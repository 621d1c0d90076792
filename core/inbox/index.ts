export * from './contract'
export { INBOX_KINDS, INBOX_SUBJECTS, messageInWords, type InboxKind, type InboxSubject } from './words'
