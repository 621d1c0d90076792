import { dayInWords, inShanghai } from '#core/calendar'
import type { InboxItem } from '#core/inbox'
import { INBOX_WORDS } from './words'

export interface DayGroup {
  title: string
  items: { item: InboxItem; when: string }[]
}

/** Messages of today, of yesterday, and all others; newest first, as they come. */
export function groupByDay(items: readonly InboxItem[], now: Date): DayGroup[] {
  const today = dayInWords(now, now)
  const yesterday = dayInWords(inShanghai(now).subtract(1, 'day').toDate(), now)
  const groups: DayGroup[] = [today, yesterday, INBOX_WORDS.earlier].map((title) => ({ title, items: [] }))
  for (const item of items) {
    const day = dayInWords(item.at, now)
    const time = inShanghai(item.at).format('H:mm')
    const group = groups.find(({ title }) => title === day)
    if (group) group.items.push({ item, when: time })
    else groups[groups.length - 1]?.items.push({ item, when: `${day} ${time}` })
  }
  return groups.filter((group) => group.items.length > 0)
}
