/** When a photo was taken, as seen from the work it shows. */
export const PHOTO_MOMENTS = ['before', 'after', 'other'] as const
export type PhotoMoment = (typeof PHOTO_MOMENTS)[number]

export const PHOTO_MOMENT_LABELS: Record<PhotoMoment, string> = {
  before: '修之前',
  after: '修之后',
  other: '照片',
}

/** What a photo may belong to. */
export const PHOTO_SUBJECTS = [
  'matter',
  'post',
  'notice',
  'wish',
  'proxy',
  'bylaw',
  'delivery',
  'item_step',
  'ledger_entry',
] as const
export type PhotoSubject = (typeof PHOTO_SUBJECTS)[number]
