import { View } from '@tarojs/components'
import { answersOf, groupName, percentOf, STANCE_LABELS, type OpinionPictureView } from '#core/rounds'
import { aria } from '@/components/aria'
import { STATEMENT_WORDS } from '../../statement-words'

type Met = OpinionPictureView['meets'][number]

/** How many of each group are on the side that all take: a bar with its numbers for each. */
export function OpinionBars({ met: { side, byGroup } }: { met: Pick<Met, 'side' | 'byGroup'> }) {
  return (
    <View className="bars text--gap-l">
      {byGroup.map((counts, index) => (
        <Bar
          key={groupName(index)}
          name={groupName(index)}
          part={counts[side]}
          whole={answersOf(counts)}
          side={side}
        />
      ))}
    </View>
  )
}

export interface BarProps {
  name: string
  part: number
  whole: number
  side: Met['side']
}

/** One bar: so many of so many. */
export function Bar({ name, part, whole, side }: BarProps) {
  const of = STATEMENT_WORDS.ofGroup(whole, STANCE_LABELS[side])
  return (
    <View className="bars__row" {...aria({ role: 'img', label: `${name}，${part} ${of}` })}>
      <View className="bars__head" {...aria({ hidden: true })}>
        <View className="bars__name">{name}</View>
        <View className="bars__num">
          {part}
          <View className="bars__of aside-inline">{of}</View>
        </View>
      </View>
      <View className="bars__track" {...aria({ hidden: true })}>
        <View className="bars__fill" style={{ width: `${percentOf(part, whole)}%` }} />
      </View>
    </View>
  )
}
