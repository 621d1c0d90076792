import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { stateInWords, type HomeView, type MatterItem } from '#core/matters'
import { castByInWords } from '#core/votes'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import type { IconName } from '@/components/Icon'
import { Item } from '@/components/Item'
import { Section } from '@/components/Section'
import { State } from '@/components/State'
import { Tile, type Tone } from '@/components/Tile'
import { StateLine } from '@/features/matters/components/StateLine'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { HOME_WORDS } from '../../words'

export interface WaitingProps {
  communityId: string
  votes: HomeView['votes']
  matters: readonly MatterItem[]
  /** Nothing stands above it. */
  first: boolean
}

/** One thing that waits for me. */
interface Waits {
  id: string
  icon: IconName
  tone: Tone
  title: string
  /** Where it stands, on a card of its own and in a row. */
  line: ReactNode
  text: string
  act: string
  open: () => void
}

/** What waits for me: the first with the one big button of the page. Votes close; so they come first. */
export function Waiting({ communityId, votes, matters, first: top }: WaitingProps) {
  const [first, ...others] = [
    ...votes.map((vote) => voteThatWaits(communityId, vote)),
    ...matters.map((matter) => matterThatWaits(communityId, matter)),
  ]
  if (!first) return null
  const count = others.length + 1
  return (
    <>
      <Section
        first={top}
        title={votes.length > 0 ? HOME_WORDS.waitingOfAll(count) : HOME_WORDS.waiting(count)}
      />
      <Card foot={<Button onPress={first.open}>{first.act}</Button>}>
        <View className="feed__row">
          <View className="item__lead">
            <Tile icon={first.icon} tone={first.tone} />
          </View>
          <View className="feed__body">
            <View className="feed__title">{first.title}</View>
            {first.line}
          </View>
        </View>
      </Card>
      {others.length > 0 && (
        <Card flush>
          {others.map(({ id, icon, tone, title, text, open }) => (
            <Item key={id} icon={icon} tile={tone} strong title={title} text={text} onPress={open} />
          ))}
        </Card>
      )}
    </>
  )
}

/** 今晚 20:00 前投票, and that the result only advises where it does. */
function voteThatWaits(communityId: string, vote: HomeView['votes'][number]): Waits {
  const { voteId, title, electorate, binding } = vote
  const sounding = electorate === 'owners' && binding === 'advisory'
  const by = castByInWords(vote, new Date())
  const text = sounding ? `${by}，${HOME_WORDS.sounding}` : by
  return {
    id: voteId,
    icon: 'vote',
    tone: 'vote',
    title,
    line: (
      <State icon="clock" tone="wait" gap>
        {text}
      </State>
    ),
    text,
    act: HOME_WORDS.cast,
    open: () => goTo(ROUTES.vote, { communityId, voteId }),
  }
}

function matterThatWaits(communityId: string, matter: MatterItem): Waits {
  const { matterId, title } = matter
  return {
    id: matterId,
    icon: 'wrench',
    tone: 'primary',
    title,
    line: <StateLine matter={matter} gap />,
    text: stateInWords(matter),
    act: HOME_WORDS.go,
    open: () => goTo(ROUTES.matter, { communityId, matterId }),
  }
}
