import { FourFaces } from '@/components/FourFaces'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { useLoad } from '@/hooks/useLoad'
import { useReturn } from '@/hooks/useReturn'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { readOfItem } from '@/parts/items'
import { knownMe, loadMe } from '@/platform/me'
import { usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { REPORT_WORDS } from '../../report-words'
import { CannotReport } from './components/CannotReport'
import { ReportForm } from './components/ReportForm'
import { startReport, type ReportStart } from './report-start'

const UNANSWERED = new Promise<never>(() => undefined)

/** 报事: about where one lives, or where one stands with a door's code. */
export default function ReportPage() {
  const query = usePageQuery()
  const signedIn = useSignInFirst(ROUTES.report, query)
  const load = async (): Promise<{ start?: ReportStart }> => {
    if (!signedIn) return UNANSWERED
    const start = startReport(await knownMe(), query) ?? startReport(await loadMe(), query)
    const ofItem = start && (await readOfItem(start.communityId, query.itemId))
    return ofItem ? { start: { ...start, ofItem } } : { start }
  }
  const state = useLoad(load, [signedIn, query])
  const start = state.status === 'ready' ? state.data.start : undefined
  // Who has just bound a home may go on; what is being written is not disturbed.
  useReturn(() => {
    if (!start) void state.refresh()
  })
  if (start) return <ReportForm start={start} />
  return (
    <Screen title={REPORT_WORDS.title}>
      <FourFaces state={state} skeleton={<SkeletonCards />} errorTitle={REPORT_WORDS.failed}>
        {() => <CannotReport />}
      </FourFaces>
    </Screen>
  )
}
