import { useState } from 'react'
import { SHOWN_AS, visibilityOf } from '#core/matters'
import { Card } from '@/components/Card'
import { ChoiceRow } from '@/components/ChoiceRow'
import { Item } from '@/components/Item'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { REPORT_WORDS } from '../../../../report-words'
import { serviceFor } from '../../report-draft'
import type { ReportForm } from '../../useReport'

/** Who neighbours see; or, of what isn't for neighbours, who knows of it at all. */
export function SeenRow({ form: { draft, change } }: { form: ReportForm }) {
  const [choosing, setChoosing] = useState(false)
  const visibility = visibilityOf(serviceFor(draft))
  if (visibility !== 'public') {
    return (
      <Note icon="lock" gap>
        {REPORT_WORDS[visibility]}
      </Note>
    )
  }
  if (draft.channel) return null
  return (
    <Card flush gap>
      <Item
        icon="eye"
        title={REPORT_WORDS.shownAs}
        value={REPORT_WORDS.shownAsNames[draft.shownAs]}
        onPress={() => setChoosing(true)}
      />
      <Sheet open={choosing} title={REPORT_WORDS.shownAsSheet} onClose={() => setChoosing(false)}>
        {SHOWN_AS.map((shownAs) => (
          <ChoiceRow
            key={shownAs}
            title={REPORT_WORDS.shownAsNames[shownAs]}
            text={REPORT_WORDS.shownAsTexts[shownAs]}
            on={shownAs === draft.shownAs}
            onPress={() => {
              setChoosing(false)
              change({ shownAs })
            }}
          />
        ))}
      </Sheet>
    </Card>
  )
}
