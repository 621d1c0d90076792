export * from './contract'
export {
  PHOTO_BYTES,
  PHOTO_PIXELS,
  PHOTO_SIDES,
  PHOTO_SIZES,
  PHOTO_TYPES,
  PHOTO_UNPACKED_BYTES,
  PHOTO_WAIT_HOURS,
  PHOTOS_PER_THING,
  PHOTOS_WAITING,
  type PhotoSize,
  type PhotoType,
} from './limits'
export {
  canAttachPhoto,
  canAttachSoMany,
  canSeePhoto,
  PHOTO_STATES,
  photoWaitEndsAt,
  type Photo,
  type PhotoState,
} from './policy'
export {
  PHOTO_MOMENT_LABELS,
  PHOTO_MOMENTS,
  PHOTO_SUBJECTS,
  type PhotoMoment,
  type PhotoSubject,
} from './words'
