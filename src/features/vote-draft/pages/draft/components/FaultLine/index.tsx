import { State } from '@/components/State'

/** What is wrong with a choice, below it. Fields say it themselves. */
export function FaultLine({ error }: { error: string | undefined }) {
  if (!error) return null
  return (
    <State icon="alert" tone="late" gap>
      {error}
    </State>
  )
}
