import { STATE_TONES, stateInWords, type MatterState, type Standing } from '#core/matters'
import type { IconName } from '@/components/Icon'
import { State } from '@/components/State'

/** Colour is never alone: each state has its picture. */
const ICONS: Record<MatterState, IconName> = {
  submitted: 'clock',
  acknowledged: 'eye',
  assigned: 'user',
  in_progress: 'wrench',
  deferred: 'pause',
  resolved: 'ok',
  closed: 'ok',
  declined: 'info',
  withdrawn: 'no',
  merged: 'list',
}

export interface StateLineProps {
  matter: Standing
  strong?: boolean
  /** Space above it. */
  gap?: boolean
}

/** Where a matter stands, in one line. */
export function StateLine({ matter, strong, gap }: StateLineProps) {
  return (
    <State icon={ICONS[matter.state]} tone={STATE_TONES[matter.state]} strong={strong} gap={gap}>
      {stateInWords(matter)}
    </State>
  )
}
