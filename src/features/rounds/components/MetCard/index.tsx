import { View } from '@tarojs/components'
import { answersOf, type OpinionPictureView } from '#core/rounds'
import { Card } from '@/components/Card'
import { Press } from '@/components/Press'
import { STATEMENT_WORDS } from '../../statement-words'
import { OpinionBars } from '../OpinionBars'

export interface MetCardProps {
  met: OpinionPictureView['meets'][number]
  /** Opens all that is known. */
  onMore?: () => void
}

/** 想法不同的人，在这句上一致. */
export function MetCard({ met, onMore }: MetCardProps) {
  return (
    <Card
      title={met.byGroup.length > 1 ? STATEMENT_WORDS.met : STATEMENT_WORDS.metAll}
      aside={STATEMENT_WORDS.answered(answersOf(met))}
      gap
    >
      <View>{met.text}</View>
      <OpinionBars met={met} />
      {onMore && (
        <Press className="link link--small" onPress={onMore}>
          <View>{STATEMENT_WORDS.more}</View>
        </Press>
      )}
    </Card>
  )
}
