import { View } from '@tarojs/components'
import { useState } from 'react'
import { SHOWN_AS, SHOWN_AS_LABELS } from '#core/matters'
import { Card } from '@/components/Card'
import { ChoiceRow } from '@/components/ChoiceRow'
import { Item } from '@/components/Item'
import { Sheet } from '@/components/Sheet'
import { REPORT_WORDS, seenAsText } from '../../../../words'
import type { ReportForm } from '../../useReport'

export interface SeenCardProps {
  form: ReportForm
  nickname: string | null
}

/** Who neighbours see: chosen for each matter. */
export function SeenCard({ form: { draft, change }, nickname }: SeenCardProps) {
  const [choosing, setChoosing] = useState(false)
  return (
    <Card flush>
      <Item
        icon="eye"
        title={REPORT_WORDS.seen}
        value={SHOWN_AS_LABELS[draft.shownAs]}
        onPress={() => setChoosing(true)}
      />
      <Sheet open={choosing} title={REPORT_WORDS.seenSheet} onClose={() => setChoosing(false)}>
        <View className="list">
          {SHOWN_AS.map((shownAs) => (
            <ChoiceRow
              key={shownAs}
              title={SHOWN_AS_LABELS[shownAs]}
              text={seenAsText(shownAs, nickname)}
              on={shownAs === draft.shownAs}
              onPress={() => {
                setChoosing(false)
                change({ shownAs })
              }}
            />
          ))}
        </View>
      </Sheet>
    </Card>
  )
}
