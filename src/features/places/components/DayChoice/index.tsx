import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateInWords, dateOf, justBefore, lastDayOf, startOfDay } from '#core/calendar'
import { Chips } from '@/components/Chips'
import { Field } from '@/components/Field'
import { GRIDS } from '../../words'

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/**
 * 从哪天起, or with `last` 到哪天为止: a day in Shanghai (YYYY-MM-DD); undefined while it is none. The last day counts: what
 * ends then is over when that day is.
 */
export function DayChoice({
  label,
  value,
  onChange,
  error,
  last = false,
}: {
  label: string
  value: string | undefined
  onChange: (day: string | undefined) => void
  error?: string
  last?: boolean
}) {
  const [written, setWritten] = useState<string>()
  const options = last ? lastDays(new Date()) : daysFrom(new Date())
  const inWords = last ? GRIDS.dayIsLast : GRIDS.dayIs
  const chosen = written !== undefined ? 'other' : options.find(({ day }) => day === value)?.day
  return (
    <View className="text--gap-l">
      <View className="ask">{label}</View>
      <Chips
        label={label}
        columns={2}
        options={[
          ...options.map(({ day, words }) => ({ value: day, words })),
          { value: 'other', words: GRIDS.dayOther },
        ]}
        value={chosen}
        onChange={(next) => {
          setWritten(next === 'other' ? '' : undefined)
          onChange(next === 'other' ? undefined : next)
        }}
      />
      {written !== undefined && (
        <Field
          label={GRIDS.dayOther}
          placeholder={GRIDS.dayPlaceholder}
          value={written}
          onChange={(next) => {
            setWritten(next)
            onChange(DATE.test(next.trim()) ? next.trim() : undefined)
          }}
          maxLength={10}
          error={written.length >= 10 && value === undefined ? GRIDS.dayWrong : error}
          required
        />
      )}
      {value !== undefined && (
        <View className="text--small text--quiet text--gap">{inWords(dateInWords(startOfDay(value)))}</View>
      )}
      {written === undefined && error && <View className="field__note">{error}</View>}
    </View>
  )
}

/** Today, tomorrow, and the first of next month, each once. */
function daysFrom(now: Date): { day: string; words: string }[] {
  const today = dateOf(now)
  const tomorrow = dateOf(lastDayOf(now, 1))
  const next = nextMonth(today)
  return [
    { day: today, words: GRIDS.dayToday },
    { day: tomorrow, words: GRIDS.dayTomorrow },
    ...(next === tomorrow ? [] : [{ day: next, words: GRIDS.dayMonth }]),
  ]
}

/** The ends of this month and of the next. Nothing is made for today alone. */
function lastDays(now: Date): { day: string; words: string }[] {
  const today = dateOf(now)
  const next = nextMonth(today)
  const dayBefore = (day: string) => dateOf(justBefore(startOfDay(day)))
  return [
    { day: dayBefore(next), words: GRIDS.dayThisMonthEnd },
    { day: dayBefore(nextMonth(next)), words: GRIDS.dayNextMonthEnd },
  ].filter(({ day }) => day !== today)
}

/** The first day of the month after. */
function nextMonth(date: string): string {
  const [year = 0, month = 0] = date.split('-').map(Number)
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
}
