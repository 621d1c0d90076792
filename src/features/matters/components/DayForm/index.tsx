import { View } from '@tarojs/components'
import { dateInWords, dateOf, lastDayOf } from '#core/calendar'
import { DEFERRAL_MAX_DAYS, deferralNeedsGrant, reviewStartsAt, type MatterView } from '#core/matters'
import { Note } from '@/components/Note'
import { SHEET_WORDS } from '../../act-words'
import type { Acts } from '../../useActs'
import { ChipsAsk } from '../ChipsAsk'
import { SheetFailure } from '../SheetFailure'
import { ReasonField, Send } from '../WordsForm'

export interface DayFormProps {
  matter: MatterView
  acts: Acts
}

const DAYS = [3, 7, 14, 30, 60, 90].filter((days) => days <= DEFERRAL_MAX_DAYS)

/** 挂账: until which day, and why, in public. */
export function DayForm({ matter, acts }: DayFormProps) {
  const now = new Date()
  const { draft, change, failure } = acts
  const options = DAYS.map((days) => ({
    value: dateOf(lastDayOf(now, days)),
    words: SHEET_WORDS.inDays(days),
  }))
  const { reviewOn } = draft
  const needsGrant = reviewOn !== undefined && deferralNeedsGrant(matter.deferrals, reviewOn, now)
  return (
    <View>
      <ChipsAsk
        label={SHEET_WORDS.dayAsk}
        columns={3}
        options={options}
        value={reviewOn}
        onChange={(day) => change({ reviewOn: day })}
        error={failure?.field === 'reviewOn' ? failure.message : undefined}
      >
        {reviewOn && (
          <View className="text--gap text--quiet">
            {SHEET_WORDS.dayIs(dateInWords(reviewStartsAt(reviewOn)))}
          </View>
        )}
      </ChipsAsk>
      {needsGrant && <Note>{SHEET_WORDS.dayNeedsGrant}</Note>}
      <ReasonField acts={acts} />
      <SheetFailure acts={acts} besides={['note', 'reviewOn']} />
      <Send
        acts={acts}
        words={needsGrant ? SHEET_WORDS.dayAskGrant : SHEET_WORDS.sendReason}
        onPress={() => void acts.send()}
      />
    </View>
  )
}
