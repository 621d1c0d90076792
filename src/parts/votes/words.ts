/** What the pages of a vote and its wizard both say. */
export const TELLER_LIST_WORDS = {
  failed: '没打开能当计票人的名单',
  nobody: '这里还没有别的在任的人，请先请社区登记职务。',
}

export const BYLAW_NOTE_WORDS = {
  clause: '规约是这样写的',
}
