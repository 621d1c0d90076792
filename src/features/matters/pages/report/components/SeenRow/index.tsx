import { useState } from 'react'
import { HOTLINES, SHOWN_AS, visibilityOf } from '#core/matters'
import { Card } from '@/components/Card'
import { ChoiceList } from '@/components/ChoiceList'
import { Item } from '@/components/Item'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { REPORT_WORDS } from '../../../../report-words'
import { serviceFor } from '../../report-draft'
import type { ReportForm } from '../../useReport'
import { CallPair } from '../CallPair'

const OPTIONS = SHOWN_AS.map((value) => ({
  value,
  title: REPORT_WORDS.shownAsNames[value],
  text: REPORT_WORDS.shownAsTexts[value],
}))

/** Who neighbours see; or, of what isn't for neighbours, who knows of it at all. */
export function SeenRow({ form: { draft, change } }: { form: ReportForm }) {
  const [choosing, setChoosing] = useState(false)
  const visibility = visibilityOf(serviceFor(draft))
  if (visibility !== 'public') {
    return (
      <>
        <Note icon="lock" gap>
          {REPORT_WORDS[visibility]}
        </Note>
        {/* Who needs somebody now doesn't wait for an office. */}
        {visibility === 'restricted' && <CallPair numbers={HOTLINES} />}
      </>
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
        <ChoiceList
          label={REPORT_WORDS.shownAsSheet}
          options={OPTIONS}
          value={draft.shownAs}
          onChange={(shownAs) => {
            setChoosing(false)
            change({ shownAs })
          }}
        />
      </Sheet>
    </Card>
  )
}
