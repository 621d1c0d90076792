import type { SheetKind, SheetLayout } from './contract-door-codes'

/** The page that a door code opens, as WeChat wants it named; the H5 site has it at the same path. */
export const DOOR_PAGE = 'features/places/pages/door/index'

/** Characters in a group, for reading a code off a sticker: 26 are too many at once. */
const GROUP = 4

/** 0123 4567 89AB …: a code as it is printed to be typed in. Blanks don't count when it is. */
export function codeInGroups(code: string): string {
  return (code.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join(' ')
}

export const SHEET_KIND_LABELS: Record<SheetKind, string> = {
  entrance: '每个门栋（没分门栋的楼，整栋一张）',
  building: '每栋楼',
  premises: '每个场所',
  facility: '每个设施',
}

export const SHEET_LAYOUT_LABELS: Record<SheetLayout, string> = {
  cut: '一页六张，剪开贴',
  poster: '一页一张，大的',
}

/** What a sticker says besides the place; `wechat`: its code opens in WeChat alone. */
export function stickerWords(wechat: boolean): { what: string; byHand: string } {
  return {
    what: `${wechat ? '微信' : '手机'}扫一扫，报这里的事，看办到哪一步了。`,
    byHand: '扫不了？打开「邻里」，输入：',
  }
}
