import { messageInWords, type InboxItem, type InboxSubject } from '#core/inbox'
import { Card } from '@/components/Card'
import type { IconName } from '@/components/Icon'
import { Item } from '@/components/Item'
import { Section } from '@/components/Section'
import type { Tone } from '@/components/Tile'
import { groupByDay } from '../../day-groups'
import { INBOX_WORDS } from '../../words'

const LOOKS: Record<InboxSubject, { icon: IconName; tile: Tone }> = {
  matter: { icon: 'wrench', tile: 'primary' },
  wish: { icon: 'heart', tile: 'wish' },
  vote: { icon: 'vote', tile: 'vote' },
  round: { icon: 'circle', tile: 'round' },
  topic: { icon: 'circle', tile: 'round' },
  action_item: { icon: 'circle', tile: 'round' },
  demand: { icon: 'vote', tile: 'vote' },
  membership: { icon: 'home', tile: 'plain' },
  grant: { icon: 'user', tile: 'plain' },
  notice: { icon: 'horn', tile: 'plain' },
  case: { icon: 'eye', tile: 'plain' },
  post: { icon: 'talk', tile: 'plain' },
  organisation: { icon: 'users', tile: 'plain' },
  volunteer_request: { icon: 'heart', tile: 'plain' },
  bylaw: { icon: 'doc', tile: 'vote' },
  archive: { icon: 'doc', tile: 'plain' },
}

export interface MessagesProps {
  items: readonly InboxItem[]
  onOpen: (item: InboxItem) => void
  /** Only while something is unread. */
  onReadAll?: () => void
}

/** The messages, day by day. */
export function Messages({ items, onOpen, onReadAll }: MessagesProps) {
  return (
    <>
      {groupByDay(items, new Date()).map((group, index) => (
        <DayCard
          key={group.title}
          group={group}
          onOpen={onOpen}
          first={index === 0}
          onReadAll={index === 0 ? onReadAll : undefined}
        />
      ))}
    </>
  )
}

interface DayCardProps extends Pick<MessagesProps, 'onOpen' | 'onReadAll'> {
  group: ReturnType<typeof groupByDay>[number]
  first: boolean
}

function DayCard({ group, first, onOpen, onReadAll }: DayCardProps) {
  return (
    <>
      <Section
        first={first}
        title={group.title}
        act={onReadAll && { words: INBOX_WORDS.readAll, icon: 'check', onPress: onReadAll }}
      />
      <Card flush>
        {group.items.map(({ item, when }) => (
          <Message key={item.itemId} item={item} when={when} onOpen={onOpen} />
        ))}
      </Card>
    </>
  )
}

interface MessageProps extends Pick<MessagesProps, 'onOpen'> {
  item: InboxItem
  when: string
}

function Message({ item, when, onOpen }: MessageProps) {
  const unread = item.unread > 0
  return (
    <Item
      {...LOOKS[item.subject.kind]}
      title={messageInWords(item.kind, item.about)}
      text={item.unread > 1 ? INBOX_WORDS.several(when, item.unread) : when}
      strong={unread}
      fresh={unread}
      onPress={() => onOpen(item)}
    />
  )
}
