import type { PropsWithChildren } from 'react'
import { useToldArrivals } from './parts/outbox/useToldArrivals'
import { useStartAppearance } from './platform/appearance'
import { useKeepSending } from './platform/outbox/useKeepSending'
import { useStartUpdates } from './platform/update'
import './styles/index.scss'

/** The app keeps how it looks, and sends what waits on the phone; everything else belongs to a page. */
export default function App({ children }: PropsWithChildren) {
  useStartAppearance()
  useStartUpdates()
  useKeepSending()
  useToldArrivals()
  return children
}
