export {
  choicesFor,
  DAILY_HOUR,
  decideChoice,
  heldUntil,
  INBOX_CHOICE_LABELS,
  INBOX_CHOICES,
  INBOX_TOPIC_LABELS,
  INBOX_TOPIC_TEXTS,
  INBOX_TOPICS,
  topicOf,
  type InboxChoice,
  type InboxTopic,
} from './choices'
export * from './contract'
export { INBOX_SUBJECTS, type InboxSubject } from './subjects'
export { INBOX_KINDS, messageInWords, NAMELESS_KINDS, type InboxKind } from './words'
export { keepableInbox } from './keepable'
