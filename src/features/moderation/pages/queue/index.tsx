import { View } from '@tarojs/components'
import { Blank } from '@/components/Blank'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Screen } from '@/components/Screen'
import { Section } from '@/components/Section'
import { SkeletonCards } from '@/components/Skeleton'
import { SplitView } from '@/components/SplitView'
import { WideHead } from '@/components/WideHead'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { useWide } from '@/platform/device'
import { switchTab, usePageQuery } from '@/platform/navigation'
import { useReachEnd } from '@/platform/page'
import { ROUTES } from '@/routes'
import { CaseCard } from '../../components/CaseCard'
import { CasePane } from '../../components/CasePane'
import { QUEUE } from '../../words'
import { useQueue, type Queue } from './useQueue'

/** Words that a moderator looks at: the list, or one of them; on a wide screen both. */
export default function QueuePage() {
  const query = usePageQuery()
  useSignInFirst(ROUTES.moderation, query)
  const wide = useWide()
  return wide || !query.caseId ? <QueueScreen /> : <CaseScreen {...query} />
}

function CaseScreen({ communityId = '', caseId = '' }: Record<string, string | undefined>) {
  return (
    <Screen title={QUEUE.title}>
      <CasePane communityId={communityId} caseId={caseId} />
    </Screen>
  )
}

function QueueScreen() {
  const wide = useWide()
  const queue = useQueue()
  const { paged, caseId, decided } = queue
  const communityId = paged.first?.communityId
  useReachEnd(paged.more.load)
  return (
    <Screen title={QUEUE.title} wide={wide}>
      <SplitView
        list={wide ? <WideQueue queue={queue} /> : <Cases queue={queue} />}
        detail={
          caseId &&
          communityId && (
            <View className="wide__scroll">
              <View className="wide__col">
                <CasePane key={caseId} communityId={communityId} caseId={caseId} onDecided={decided} />
              </View>
            </View>
          )
        }
        noDetail={
          paged.state.status === 'ready' &&
          paged.state.data.length > 0 && <Blank art="window" title={QUEUE.pick} text={QUEUE.pickText} />
        }
      />
    </Screen>
  )
}

function WideQueue({ queue }: { queue: Queue }) {
  return (
    <>
      <WideHead title={QUEUE.title} back />
      <View className="wide__rows">
        <Cases queue={queue} />
      </View>
    </>
  )
}

function Cases({ queue: { paged, caseId, open } }: { queue: Queue }) {
  return (
    <FourFaces
      state={paged.state}
      skeleton={<SkeletonCards />}
      errorTitle={QUEUE.failed}
      isEmpty={(cases) => cases.length === 0}
      empty={<Nothing mine={paged.first?.communityId !== undefined} />}
    >
      {(cases) => (
        <>
          <Section first count={QUEUE.order} />
          {cases.map((item) => (
            <CaseCard key={item.caseId} item={item} on={item.caseId === caseId} onOpen={open} />
          ))}
          <MoreButton more={paged.more} />
        </>
      )}
    </FourFaces>
  )
}

function Nothing({ mine }: { mine: boolean }) {
  if (mine) return <Blank art="window" title={QUEUE.empty} text={QUEUE.emptyText} />
  return (
    <Blank
      art="window"
      title={QUEUE.notMine}
      text={QUEUE.notMineText}
      act={{ words: QUEUE.home, onPress: () => switchTab('home') }}
    />
  )
}
