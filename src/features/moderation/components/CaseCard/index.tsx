import { Text, View } from '@tarojs/components'
import { momentInWords } from '#core/calendar'
import { CONCERN_LABELS, type CaseItem } from '#core/moderation'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { State } from '@/components/State'
import { QUEUE, SOURCE_WORDS } from '../../words'

export interface CaseCardProps {
  item: CaseItem
  /** It is open beside the list. */
  on: boolean
  onOpen: (item: CaseItem) => void
}

/** A case in the queue: what was written, why it is here, since when. */
export function CaseCard({ item, on, onOpen }: CaseCardProps) {
  const { source, original, reasons, reportCount, about, openedAt } = item
  const why = [
    ...reasons.map((reason) => CONCERN_LABELS[reason]),
    ...(reportCount > 0 ? [QUEUE.reports(reportCount)] : []),
  ]
  return (
    <Card title={SOURCE_WORDS[source]} aside={momentInWords(openedAt, new Date())}>
      <View className="quote">
        <Text className="words">{original ?? QUEUE.gone}</Text>
      </View>
      {why.length > 0 && (
        <State icon="alert" tone="wait" gap>
          {why.join('；')}
        </State>
      )}
      <View className="job__foot">
        <View className="text--small text--quiet">{QUEUE.standsAt(about)}</View>
        {!on && (
          <View className="job__act">
            <Button small variant="secondary" label={QUEUE.lookAt(about)} onPress={() => onOpen(item)}>
              {QUEUE.look}
            </Button>
          </View>
        )}
      </View>
    </Card>
  )
}
