import type { Acts } from '../../useActs'
import { FailureNote } from '@/components/FailureNote'

/** What went wrong, unless it stands at its field. */
export function SheetFailure({
  acts: { failure },
  besides = [],
}: {
  acts: Acts
  besides?: readonly string[]
}) {
  if (!failure || (failure.field && besides.includes(failure.field))) return null
  return <FailureNote failure={failure} gap />
}
