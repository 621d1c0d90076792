export {
  ARCHIVE_ADDRESS_MINUTES,
  ARCHIVE_DAYS,
  ARCHIVE_STATES,
  ARCHIVE_WAIT_HOURS,
  archiveEndsAt,
  nextArchiveAt,
  type ArchiveState,
} from './archive'
export {
  canClose,
  CLOSED_NAME,
  CLOSING_DAYS,
  CLOSING_GOES,
  CLOSING_STAYS,
  closingDueAt,
  WORDS_CHOICE_LABELS,
  WORDS_CHOICES,
  type WordsChoice,
} from './closing'
export * from './contract'
