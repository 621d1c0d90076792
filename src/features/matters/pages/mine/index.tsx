import { View } from '@tarojs/components'
import type { MatterItem } from '#core/matters'
import { Blank } from '@/components/Blank'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { SplitView } from '@/components/SplitView'
import type { More } from '@/hooks/usePaged'
import { usePersonId } from '@/hooks/usePersonId'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { WaitingNote } from '@/parts/outbox'
import { useWide } from '@/platform/device'
import { goTo, usePageQuery } from '@/platform/navigation'
import { useReachEnd } from '@/platform/page'
import { ROUTES } from '@/routes'
import { MatterCard } from '../../components/MatterCard'
import { MatterPane } from '../../components/MatterPane'
import { WideHead } from '@/components/WideHead'
import { WideRows } from '../../components/WideList'
import { useChosenMatter, type ChosenMatter } from '../../useChosenMatter'
import { useMyMatters } from './useMyMatters'
import { MINE_WORDS } from '../../words'

/** 我报的事: everything the reader reported, and where each stands. */
export default function MinePage() {
  useSignInFirst(ROUTES.myMatters, usePageQuery())
  const wide = useWide()
  const { state, first, more } = useMyMatters()
  const chosen = useChosenMatter(first?.communityId)
  useReachEnd(more.load)
  const personId = usePersonId()
  const list = (
    <>
      {personId && <WaitingNote about={`reports:${personId}`} onArrived={() => void state.refresh()} />}
      <FourFaces
        state={state}
        skeleton={<SkeletonCards />}
        errorTitle={MINE_WORDS.failed}
        isEmpty={(matters) => matters.length === 0}
        empty={<Nothing />}
      >
        {(matters) => <List matters={matters} more={more} chosen={chosen} />}
      </FourFaces>
    </>
  )
  return (
    <Screen title={MINE_WORDS.title} wide={wide}>
      <SplitView
        list={
          wide ? (
            <>
              <WideHead title={MINE_WORDS.title} back />
              {list}
            </>
          ) : (
            list
          )
        }
        detail={
          chosen.address && (
            <MatterPane
              key={chosen.address.matterId}
              address={chosen.address}
              onDone={() => void state.refresh()}
            />
          )
        }
        noDetail={
          state.status === 'ready' &&
          state.data.length > 0 && <Blank art="window" title={MINE_WORDS.pick} text={MINE_WORDS.pickText} />
        }
      />
    </Screen>
  )
}

interface ListProps {
  matters: readonly MatterItem[]
  more: More
  chosen: ChosenMatter
}

function List({ matters, more, chosen }: ListProps) {
  if (useWide()) return <WideRows matters={matters} more={more} chosen={chosen} />
  return (
    <View>
      {matters.map((matter) => (
        <MatterCard key={matter.matterId} matter={matter} onOpen={chosen.open} />
      ))}
      <MoreButton more={more} />
    </View>
  )
}

function Nothing() {
  return (
    <Blank
      art="window"
      title={MINE_WORDS.empty}
      text={MINE_WORDS.emptyText}
      act={{ words: MINE_WORDS.report, onPress: () => goTo(ROUTES.report) }}
    />
  )
}
