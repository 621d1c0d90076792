import type { ReportForm } from './useReport'

/** What is wrong with a field of the form. */
export function errorAt({ failure }: ReportForm, ...fields: string[]): string | undefined {
  return failure?.field && fields.includes(failure.field) ? failure.message : undefined
}

/** What is wrong with none of the fields that are shown. */
export function errorElsewhere({ failure }: ReportForm): string | undefined {
  const shown = ['title', 'text', 'floor', 'placeId', 'doorCode', 'photoIds', 'callerPhone', 'onSpot.note']
  return !failure || (failure.field && shown.includes(failure.field)) ? undefined : failure.message
}
