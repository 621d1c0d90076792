import { useState } from 'react'
import { dateOf, endOfDays, justBefore, startOfDay } from '#core/calendar'
import { changeGridEndpoint } from '#core/places'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { GRID, GRIDS } from '../../words'
import { DayChoice } from '../DayChoice'
import type { GridSheetProps } from '../MoveSheet'

/** What a functional grid is for, and until when: later or earlier. */
export function TermsSheet({ open, grid, onClose, onDone }: GridSheetProps) {
  const { communityId, gridId } = grid
  const [purpose, setPurpose] = useState(grid.purpose ?? '')
  const [endsOn, setEndsOn] = useState<string | undefined>(
    grid.endsAt ? dateOf(justBefore(grid.endsAt)) : undefined,
  )
  const [asked, setAsked] = useState(false)
  const { submit, busy, failure } = useSubmit(
    (body: { purpose: string; endsAt: string }, key) =>
      callEndpoint(changeGridEndpoint, { params: { communityId, gridId }, body, key }),
    () => {
      toast(GRID.changed)
      onDone()
    },
  )
  const save = () => {
    setAsked(true)
    if (purpose.trim() !== '' && endsOn !== undefined)
      void submit({ purpose: purpose.trim(), endsAt: endOfDays(startOfDay(endsOn), 0).toISOString() })
  }
  return (
    <Sheet open={open} title={GRID.terms} onClose={onClose}>
      <Field
        label={GRIDS.purpose}
        placeholder={GRIDS.purposePlaceholder}
        value={purpose}
        onChange={setPurpose}
        maxLength={200}
        error={asked && purpose.trim() === '' ? GRIDS.purposeMissing : undefined}
        required
      />
      <DayChoice
        label={GRIDS.end}
        last
        value={endsOn}
        onChange={setEndsOn}
        error={asked && endsOn === undefined ? GRIDS.dayWrong : undefined}
      />
      <Note gap>{GRID.termsNote}</Note>
      {failure && (
        <Note tone="late" icon="alert" gap alert>
          {failure.message}
        </Note>
      )}
      <Button className="text--gap-l" onPress={save} busy={busy} busyWords={GRID.termsBusy}>
        {GRID.termsSave}
      </Button>
    </Sheet>
  )
}
