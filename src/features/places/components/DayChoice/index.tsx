import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateInWords, dateOf, lastDayOf, startOfDay } from '#core/calendar'
import { Chips } from '@/components/Chips'
import { Field } from '@/components/Field'
import { GRIDS } from '../../words'

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** 从哪天起: a day as the server takes it (YYYY-MM-DD in Shanghai); undefined while it is none. */
export function DayChoice({
  label,
  value,
  onChange,
  error,
}: {
  label: string
  value: string | undefined
  onChange: (day: string | undefined) => void
  error?: string
}) {
  const [written, setWritten] = useState<string>()
  const options = daysFrom(new Date())
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
        <View className="text--small text--quiet text--gap">
          {GRIDS.dayIs(dateInWords(startOfDay(value)))}
        </View>
      )}
      {written === undefined && error && <View className="field__note">{error}</View>}
    </View>
  )
}

/** Today, tomorrow, and the first of next month, each once. */
function daysFrom(now: Date): { day: string; words: string }[] {
  const today = dateOf(now)
  const tomorrow = dateOf(lastDayOf(now, 1))
  const [year = 0, month = 0] = today.split('-').map(Number)
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return [
    { day: today, words: GRIDS.dayToday },
    { day: tomorrow, words: GRIDS.dayTomorrow },
    ...(next === tomorrow ? [] : [{ day: next, words: GRIDS.dayMonth }]),
  ]
}
