import { useState } from 'react'
import { dateInWords, startOfDay, timeInWords } from '#core/calendar'
import { Button } from '@/components/Button'
import { ChoiceList } from '@/components/ChoiceList'
import { Item } from '@/components/Item'
import { Sheet } from '@/components/Sheet'
import { State } from '@/components/State'
import { CONVENE_WORDS } from '../../convene-words'
import { daysFrom, instantAt, timesOf } from '../../round-time'

export interface WhenRowsProps {
  day: string
  minute: string
  onChange: (when: { day?: string; minute?: string }) => void
  error?: string | undefined
}

/** Days that are added to the list at a time. */
const STEP = 14

/** 哪一天、几点: lists, since a month's grid has no room for large targets. */
export function WhenRows({ day, minute, onChange, error }: WhenRowsProps) {
  const [open, setOpen] = useState<'day' | 'time'>()
  const [shown, setShown] = useState(STEP)
  const close = () => setOpen(undefined)
  return (
    <>
      <Item
        icon="calendar"
        strong
        title={CONVENE_WORDS.day}
        text={day ? dateInWords(startOfDay(day)) : CONVENE_WORDS.noDayText}
        onPress={() => setOpen('day')}
      />
      {day && (
        <Item
          icon="clock"
          strong
          title={CONVENE_WORDS.time}
          text={minute ? timeInWords(instantAt(day, minute)) : CONVENE_WORDS.noDay}
          onPress={() => setOpen('time')}
        />
      )}
      {error && (
        <State icon="alert" tone="late">
          {error}
        </State>
      )}
      <Sheet open={open === 'day'} title={CONVENE_WORDS.day} onClose={close}>
        <ChoiceList
          label={CONVENE_WORDS.day}
          options={daysFrom(new Date(), shown).map((one) => ({
            value: one,
            title: dateInWords(startOfDay(one)),
          }))}
          {...(day ? { value: day } : {})}
          onChange={(next) => {
            onChange({ day: next })
            close()
          }}
        />
        <Button variant="quiet" block onPress={() => setShown(shown + STEP)}>
          {CONVENE_WORDS.later}
        </Button>
      </Sheet>
      <Sheet open={open === 'time'} title={CONVENE_WORDS.time} onClose={close}>
        <ChoiceList
          label={CONVENE_WORDS.time}
          options={day ? timesOf(day).map(({ value, words }) => ({ value, title: words })) : []}
          {...(minute ? { value: minute } : {})}
          onChange={(next) => {
            onChange({ minute: next })
            close()
          }}
        />
      </Sheet>
    </>
  )
}
