import { dayInWords, timeInWords } from '#core/calendar'
import type { InboxItem } from '#core/inbox'
import { INBOX_WORDS } from './words'

const DAY_MS = 86_400_000

export interface DayGroup {
  title: string
  items: { item: InboxItem; when: string }[]
}

/** Messages of today, of yesterday, and all others; newest first, as they come. */
export function groupByDay(items: readonly InboxItem[], now: Date): DayGroup[] {
  const today = dayInWords(now, now)
  const yesterday = dayInWords(new Date(now.getTime() - DAY_MS), now)
  const groups: DayGroup[] = [today, yesterday, INBOX_WORDS.earlier].map((title) => ({ title, items: [] }))
  for (const item of items) {
    const day = dayInWords(item.at, now)
    const time = timeInWords(item.at)
    const group = groups.find(({ title }) => title === day)
    if (group) group.items.push({ item, when: time })
    else groups[groups.length - 1]?.items.push({ item, when: `${day} ${time}` })
  }
  return groups.filter((group) => group.items.length > 0)
}
