import { Note } from '@/components/Note'
import type { OfItem } from '../of-item'

const WORDS = {
  title: (title: string) => `来自要办的事：${title}`,
  text: '发出去以后，两边互相找得到。',
}

/** Says of which action item this is made. */
export function OfItemNote({ item }: { item: OfItem | undefined }) {
  if (!item) return null
  return (
    <Note gap icon="check" title={WORDS.title(item.title)}>
      {WORDS.text}
    </Note>
  )
}
