import { PIN_DAYS } from '#core/notices'
import { Chips } from '@/components/Chips'
import { daysInWords, PUBLISH } from '../../words'

export interface PinDaysProps {
  days: number
  onChange: (days: number) => void
}

const OFFERED = [1, 3, 7, PIN_DAYS]
const OPTIONS = OFFERED.map((days) => ({ value: String(days), words: daysInWords(days) }))

/** How long a notice stays on top: a few usual lengths. */
export function PinDays({ days, onChange }: PinDaysProps) {
  return (
    <Chips
      label={PUBLISH.days}
      options={OPTIONS}
      value={String(days)}
      onChange={(value) => onChange(Number(value))}
      columns={4}
    />
  )
}
