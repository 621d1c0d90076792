import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateInWords, dateOf, lastDayOf } from '#core/calendar'
import { isPossibleDay } from '#core/wishes'
import { Button } from '@/components/Button'
import { ChoiceList } from '@/components/ChoiceList'
import { DAY_WORDS } from '../../say-words'

export interface DayListProps {
  label: string
  /** A day in Asia/Shanghai; undefined: no hurry. */
  value: string | undefined
  onChange: (day: string | undefined) => void
}

const NO_HURRY = 'none'
/** Days that are added to the list at a time. */
const STEP = 14

/** 最晚哪天: a list of days, since a month's grid has no room for large targets. */
export function DayList({ label, value, onChange }: DayListProps) {
  const [shown, setShown] = useState(STEP)
  const now = new Date()
  const days = daysFrom(now, shown)
  return (
    <View>
      <ChoiceList
        label={label}
        options={[{ value: NO_HURRY, title: DAY_WORDS.noHurry }, ...days]}
        value={value ?? NO_HURRY}
        onChange={(day) => onChange(day === NO_HURRY ? undefined : day)}
      />
      {days.length === shown && (
        <Button variant="quiet" block onPress={() => setShown(shown + STEP)}>
          {DAY_WORDS.later}
        </Button>
      )}
    </View>
  )
}

const NEAR = [DAY_WORDS.today, DAY_WORDS.tomorrow]

function daysFrom(now: Date, count: number) {
  return Array.from({ length: count }, (_, index) => lastDayOf(now, index))
    .map((day, index) => ({ value: dateOf(day), title: dateInWords(day), text: NEAR[index] }))
    .filter((day) => isPossibleDay(day.value, now))
}
