import { View } from '@tarojs/components'
import { useState } from 'react'
import { HOTLINES, SHOWN_AS, visibilityOf } from '#core/matters'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { ChoiceRow } from '@/components/ChoiceRow'
import { Item } from '@/components/Item'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { callNumber } from '@/platform/phone-call'
import { REPORT_WORDS } from '../../../../report-words'
import { serviceFor } from '../../report-draft'
import type { ReportForm } from '../../useReport'

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
        {visibility === 'restricted' && <Hotlines />}
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

/** Who needs somebody now doesn't wait for an office. */
function Hotlines() {
  return (
    <View className="pair">
      {HOTLINES.map(({ number, name }, index) => (
        <Button
          key={number}
          variant="equal"
          icon="phone"
          className={classes(index > 0 && 'pair__next')}
          onPress={() => callNumber(number)}
        >
          {`${name} ${number}`}
        </Button>
      ))}
    </View>
  )
}
