import { FourFaces } from '@/components/FourFaces'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { useLoad } from '@/hooks/useLoad'
import { useReturn } from '@/hooks/useReturn'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { knownMe, loadMe } from '@/platform/me'
import { usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { SAY_WORDS } from '../../say-words'
import { CannotSay } from './components/CannotSay'
import { SayForm } from './components/SayForm'
import { startSaying, type SayStart } from './say-start'

const UNANSWERED = new Promise<never>(() => undefined)

/** 说个心愿: for oneself, or for a neighbour who agreed. */
export default function SayPage() {
  const query = usePageQuery()
  const signedIn = useSignInFirst(ROUTES.sayWish, query)
  const load = async (): Promise<{ start?: SayStart }> => {
    if (!signedIn) return UNANSWERED
    return {
      start: (await startSaying(await knownMe(), query)) ?? (await startSaying(await loadMe(), query)),
    }
  }
  const state = useLoad(load, [signedIn, query])
  const start = state.status === 'ready' ? state.data.start : undefined
  // Who has just bound a home may go on; what is being written is not disturbed.
  useReturn(() => {
    if (!start) void state.refresh()
  })
  if (start) return <SayForm start={start} />
  return (
    <Screen title={SAY_WORDS.title}>
      <FourFaces state={state} skeleton={<SkeletonCards />} errorTitle={SAY_WORDS.failed}>
        {() => <CannotSay />}
      </FourFaces>
    </Screen>
  )
}
