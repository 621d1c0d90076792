import { Note } from '@/components/Note'
import type { Acts } from '../../useActs'

/** What went wrong, unless it stands at its field. */
export function SheetFailure({
  acts: { failure },
  besides = [],
}: {
  acts: Acts
  besides?: readonly string[]
}) {
  if (!failure || (failure.field && besides.includes(failure.field))) return null
  return (
    <Note gap tone="late" icon="alert" alert>
      {failure.message}
    </Note>
  )
}
