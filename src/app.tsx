import type { PropsWithChildren } from 'react'
import { useStartAppearance } from './platform/appearance'
import './styles/index.scss'

/** The app keeps nothing but how it looks; everything else belongs to a page. */
export default function App({ children }: PropsWithChildren) {
  useStartAppearance()
  return children
}
