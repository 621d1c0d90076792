import { View } from '@tarojs/components'
import { stateInWords, type MatterItem } from '#core/matters'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Item } from '@/components/Item'
import { Section } from '@/components/Section'
import { Tile } from '@/components/Tile'
import { StateLine } from '@/features/matters/components/StateLine'
import { HOME_WORDS } from '../../words'

export interface WaitingProps {
  matters: readonly MatterItem[]
  /** Nothing stands above it. */
  first: boolean
  onOpen: (matterId: string) => void
}

/** What waits for me: the first with the one big button of the page. */
export function Waiting({ matters, first: top, onOpen }: WaitingProps) {
  const [first, ...others] = matters
  if (!first) return null
  return (
    <>
      <Section first={top} title={HOME_WORDS.waiting(matters.length)} />
      <Card foot={<Button onPress={() => onOpen(first.matterId)}>{HOME_WORDS.go}</Button>}>
        <View className="feed__row">
          <View className="item__lead">
            <Tile icon="wrench" />
          </View>
          <View className="feed__body">
            <View className="feed__title">{first.title}</View>
            <StateLine matter={first} gap />
          </View>
        </View>
      </Card>
      {others.length > 0 && (
        <Card flush>
          {others.map((matter) => (
            <Item
              key={matter.matterId}
              icon="wrench"
              tile="primary"
              strong
              title={matter.title}
              text={stateInWords(matter)}
              onPress={() => onOpen(matter.matterId)}
            />
          ))}
        </Card>
      )}
    </>
  )
}
