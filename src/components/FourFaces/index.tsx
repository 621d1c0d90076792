import type { ReactNode } from 'react'
import type { LoadState } from '../../hooks/useLoad'
import { switchTab } from '../../platform/navigation'
import { Aged } from '../Aged'
import { Blank } from '../Blank'

export interface FourFacesProps<T> {
  state: LoadState<T>
  /** In the shapes of the page. */
  skeleton: ReactNode
  children: (data: T) => ReactNode
  isEmpty?: (data: T) => boolean
  /** Says what to do; shown when `isEmpty`. */
  empty?: ReactNode
  /** What did not work, when loading failed: 「没打开这件事」. */
  errorTitle?: string
}

/** The four faces of everything that is loaded: skeleton, error with retry, empty with the next step, content. What is shown without a network says how old it is. */
export function FourFaces<T>({
  state,
  skeleton,
  children,
  isEmpty,
  empty,
  errorTitle = '没打开',
}: FourFacesProps<T>) {
  if (state.status === 'loading') return <>{skeleton}</>
  if (state.status === 'error') {
    if (state.gone) return <Gone title={errorTitle} text={state.message} onRetry={state.retry} />
    return (
      <Blank
        art="offline"
        title={errorTitle}
        text={state.message}
        act={{ words: '再试一次', icon: 'retry', onPress: state.retry }}
      />
    )
  }
  return (
    <>
      {state.keptAt !== undefined && (
        <Aged keptAt={state.keptAt} onRetry={state.retry} retrying={state.retrying} />
      )}
      {isEmpty?.(state.data) ? empty : children(state.data)}
    </>
  )
}

/** It isn't there any more, or not for this reader: there is another way on than asking again. */
function Gone({ title, text, onRetry }: { title: string; text: string; onRetry: () => void }) {
  return (
    <Blank
      art="window"
      title={title}
      text={text}
      act={{ words: '回首页', onPress: () => switchTab('home') }}
      otherAct={{ words: '再试一次', icon: 'retry', onPress: onRetry }}
    />
  )
}
