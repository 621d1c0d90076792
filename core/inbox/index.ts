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
export {
  INBOX_KINDS,
  INBOX_SUBJECTS,
  messageInWords,
  NAMELESS_KINDS,
  type InboxKind,
  type InboxSubject,
} from './words'
export { keepableInbox } from './keepable'
