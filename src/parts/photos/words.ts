/** All words of photos. */
export const PHOTO_WORDS = {
  ask: '拍张照',
  askHint: '不拍也行',
  first: '拍一张',
  more: '再拍一张',
  full: (most: number) => `最多 ${most} 张`,
  one: (number: number) => `第 ${number} 张照片`,
  remove: (number: number) => `拿掉第 ${number} 张照片`,
  removed: '拿掉了',
  waiting: '等着传',
  sending: (percent: number) => (percent > 0 ? `传了 ${percent}%` : '正在传'),
  failed: '没传上',
  again: '再传一次',
  retry: (number: number) => `第 ${number} 张没传上，再传一次`,
  stillSending: '照片还在传，请等一下。',
  notSent: '有照片没传上：请点它再传一次，或拿掉它。',
  lost: '有张照片要重新拍：请先拿掉它，再拍一次。',
  noCommunity: '请先选地方，照片才知道传到哪里。',
} as const

/** Words of covering faces, plates and door numbers. */
export const COVER_WORDS = {
  title: '要遮住什么吗',
  hint: '有人脸、车牌、门牌号，用手指涂一涂就遮住了。原图不会离开手机。',
  count: (number: number, of: number) => `第 ${number} 张，共 ${of} 张`,
  picture: '照片，用手指涂要遮的地方',
  undo: '撤一步',
  byParts: '按格子遮',
  byFinger: '用手指涂',
  part: (row: number, column: number) => `遮第 ${row} 行第 ${column} 格`,
  none: '不用遮',
  done: '遮好了',
  drop: '不要这张',
  opening: '正在打开照片…',
  cannotOpen: '这张照片在这里打不开，不能遮。可以直接用，或不要这张。',
  use: '直接用',
  notSaved: '没遮成，请再点一次；还不行就不要这张。',
} as const

/** Words of photos that are looked at. */
export const LOOK_WORDS = {
  look: (name: string, number: number) => `${name}，第 ${number} 张，点开看`,
  lookOne: (name: string) => `${name}，点开看`,
  blurred: (name: string) => `${name}，先遮着，点一下再看`,
  tapToSee: '点一下看',
  ofMany: (count: number) => `共 ${count} 张`,
  mine: '您拍的',
  gone: '照片打不开了',
  previous: '上一张',
  next: '下一张',
  close: '关上',
} as const
