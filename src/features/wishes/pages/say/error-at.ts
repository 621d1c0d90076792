import type { SayForm } from './useSayWish'

/** The fields beside which a failure is shown. */
const SHOWN = [
  'title',
  'text',
  'whenSuits',
  'where',
  'wantedBy',
  'placeId',
  'scope',
  'photoIds',
  'forOther.name',
  'forOther.way',
  'forOther.phone',
]

/** What is wrong with a field of the form. */
export function errorAt({ failure }: SayForm, field: string): string | undefined {
  return failure?.field === field ? failure.message : undefined
}

/** What is wrong with none of the fields that are shown. */
export function errorElsewhere({ failure }: SayForm): string | undefined {
  return failure?.field && SHOWN.includes(failure.field) ? undefined : failure?.message
}
