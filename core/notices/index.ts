export * from './contract'
export { keepableNotice } from './keepable'
export {
  decideNoticeAct,
  decidePublish,
  freePin,
  mayPublishSomewhere,
  excerptOf,
  NOTICE_PLACES,
  NOTICE_REASON_LENGTH,
  NOTICE_TEXT_LENGTH,
  NOTICE_TITLE_LENGTH,
  noticeActsFor,
  noticePolicy,
  PIN_DAYS,
  PIN_SLOTS,
  pinEndsAt,
  PUBLISHERS,
  publishingOffice,
  wordsAreChecked,
  type Notice,
  type NoticeAct,
  type NoticePlace,
} from './policy'
