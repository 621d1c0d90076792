import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useCareMode, useFontSizes } from '../../platform/appearance'
import { isWeapp } from '../../platform/device'
import { useOwnQuestions } from '../../platform/feedback'
import { goBack } from '../../platform/navigation'
import { usePageInView } from '../../platform/page'
import { useTooOld } from '../../platform/update'
import { aria } from '../aria'
import { classes } from '../classes'
import { Feedback } from '../Feedback'
import { Icon } from '../Icon'
import { Press } from '../Press'
import { TooOld } from '../TooOld'

export interface ScreenProps {
  /** The name of the page; WeChat draws its own bar (navigationBarTitleText), the H5 site draws this one. */
  title: string
  children: ReactNode
  /** Stays at the bottom: the acts of the page. */
  foot?: ReactNode
  /** A way back at the left of the title (H5); not on tab pages. */
  back?: boolean
  /** Uses the whole width of a wide window and brings its own main part: for SplitView. */
  wide?: boolean
  /** A wide window gives it, with its head and foot, more room than a page to be read: for what several look at together. */
  broad?: boolean
}

/** The root of every page: carries care mode and WeChat's font size, and shows toasts and questions. */
export function Screen({ title, children, foot, back = true, wide, broad }: ScreenProps) {
  const [care] = useCareMode()
  const sizes = useFontSizes()
  const inView = usePageInView()
  const tooOld = useTooOld()
  useOwnQuestions(inView)
  if (tooOld) {
    return (
      <View className={classes('screen', care && 'care')} style={sizes ?? {}}>
        <View className="screen__main" {...aria({ role: 'main' })}>
          <TooOld />
        </View>
      </View>
    )
  }
  return (
    <View
      className={classes('screen', wide && 'screen--wide', broad && 'screen--broad', care && 'care')}
      style={sizes ?? {}}
    >
      {!isWeapp && <Head title={title} back={back} unseen={wide} />}
      {wide ? (
        children
      ) : (
        <View className="screen__main" {...aria({ role: 'main' })}>
          {children}
        </View>
      )}
      {foot && (
        <View className="screen__foot" {...aria({ role: 'contentinfo' })}>
          {foot}
        </View>
      )}
      {inView && <Feedback />}
    </View>
  )
}

/** A wide window shows the side column instead; screen readers still hear where they are. */
function Head({ title, back, unseen }: { title: string; back: boolean; unseen?: boolean }) {
  return (
    <View className={unseen ? 'unseen' : 'screen__head'} {...aria({ role: 'banner' })}>
      {back && !unseen && (
        <Press className="screen__back" onPress={goBack} label="返回">
          <Icon name="left" size="fixed" />
        </Press>
      )}
      <View className="screen__title" {...aria({ role: 'heading', level: 1 })}>
        {title}
      </View>
    </View>
  )
}
