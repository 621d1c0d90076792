import { useEffect } from 'react'
import { toast } from '@/platform/feedback'
import { outbox } from '@/platform/outbox'
import { OUTBOX } from './words'

/** Called once by the app: says when something that waited has arrived. A form that is still there says it in its own words. */
export function useToldArrivals(): void {
  useEffect(
    () =>
      outbox.onArrived(({ label }, _answer, waited) => {
        if (waited) toast(OUTBOX.arrived(label))
      }),
    [],
  )
}
