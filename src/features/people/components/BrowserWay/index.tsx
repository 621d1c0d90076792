import { View } from '@tarojs/components'
import type { SignedIn } from '#core/people'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { SkeletonCards } from '@/components/Skeleton'
import { useBrowserSignIn } from '../../pages/sign-in/useBrowserSignIn'
import { SIGN_IN } from '../../words'

/** The way in for a browser: a code that somebody types on a phone where they are signed in. */
export function BrowserWay({ onSignedIn }: { onSignedIn: (session: SignedIn) => void }) {
  const state = useBrowserSignIn(onSignedIn)
  return (
    <FourFaces state={state} skeleton={<SkeletonCards count={1} />} errorTitle={SIGN_IN.browserFailed}>
      {({ code }) => (
        <Card gap title={SIGN_IN.browser}>
          <View className="text">{SIGN_IN.browserText}</View>
          <View className="code">{`${code.slice(0, 4)} ${code.slice(4)}`}</View>
          <View className="text--small text--quiet">{SIGN_IN.browserNote}</View>
        </Card>
      )}
    </FourFaces>
  )
}
