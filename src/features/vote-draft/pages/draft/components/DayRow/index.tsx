import { useState } from 'react'
import { dateInWords, startOfDay } from '#core/calendar'
import { Button } from '@/components/Button'
import { ChoiceList } from '@/components/ChoiceList'
import { Item } from '@/components/Item'
import { Sheet } from '@/components/Sheet'
import { DAYS } from '../../../../draft-words'
import { FaultLine } from '../FaultLine'

export interface DayRowProps {
  title: string
  /** What is chosen, in words. */
  words: string
  value: string
  /** So many of the days there are, in their order. */
  days: (count: number) => readonly string[]
  error: string | undefined
  onChange: (day: string) => void
}

/** Days that are added to the list at a time. */
const STEP = 14

/** A day, chosen from a list: a month's grid has no room for large targets. */
export function DayRow({ title, words, value, days, error, onChange }: DayRowProps) {
  const [open, setOpen] = useState(false)
  const [shown, setShown] = useState(STEP)
  const offered = days(shown)
  return (
    <>
      <Item icon="calendar" strong title={title} text={words} onPress={() => setOpen(true)} />
      <FaultLine error={error} />
      <Sheet open={open} title={title} onClose={() => setOpen(false)}>
        <ChoiceList
          label={title}
          options={offered.map((day) => ({ value: day, title: dateInWords(startOfDay(day)) }))}
          value={value}
          onChange={(day) => {
            setOpen(false)
            onChange(day)
          }}
        />
        {offered.length === shown && (
          <Button variant="quiet" block onPress={() => setShown(shown + STEP)}>
            {DAYS.later}
          </Button>
        )}
      </Sheet>
    </>
  )
}
