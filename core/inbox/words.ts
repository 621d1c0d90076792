/** What a message is about; each kind has one sentence and one place it opens. */
export const INBOX_KINDS = [
  'matter_new',
  'matter_assigned',
  'matter_progress',
  'matter_result',
  'matter_rework',
  'membership_asked',
  'membership_decided',
  'membership_new_member',
  'membership_objected',
  'grant_changed',
] as const
export type InboxKind = (typeof INBOX_KINDS)[number]

const WORDS: Record<InboxKind, (about: string) => string> = {
  matter_new: (about) => `有人报了：${about}`,
  matter_assigned: (about) => `请您这边来办：${about}`,
  matter_progress: (about) => `您报的事有新进展：${about}`,
  matter_result: (about) => `您报的事有结果了，请您看一眼：${about}`,
  matter_rework: (about) => `还没解决，请接着办：${about}`,
  membership_asked: (about) => `有人申请绑定${about}，请您看看`,
  membership_decided: (about) => `您绑定${about}的申请有结果了`,
  membership_new_member: (about) => `${about}多了一位家里人；不对的话可以提出异议`,
  membership_objected: (about) => `${about}的绑定有人提出异议，请社区核对`,
  grant_changed: (about) => `您的职务有变化：${about}`,
}

/** The line an inbox shows. `about` is a title or a place, nothing a reader may not see. */
export function messageInWords(kind: InboxKind, about: string): string {
  return WORDS[kind](about)
}

/** What a message opens. */
export const INBOX_SUBJECTS = ['matter', 'membership', 'grant'] as const
export type InboxSubject = (typeof INBOX_SUBJECTS)[number]
