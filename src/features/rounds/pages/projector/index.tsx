import { View } from '@tarojs/components'
import { ROUND_STATE_LABELS, type PulseView } from '#core/rounds'
import { FourFaces } from '@/components/FourFaces'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { QrPicture } from '../../components/QrPicture'
import { PROJECTOR_WORDS } from '../../statement-words'
import { usePulse } from '../../usePulse'
import type { RoundAddress } from '../../useRound'

/** 大屏幕: big letters for everybody in the courtyard, the code to join by, and how many do. */
export default function ProjectorPage() {
  const query = usePageQuery()
  return useSignInFirst(ROUTES.roundProjector, query) ? (
    <Projector communityId={query.communityId ?? ''} roundId={query.roundId ?? ''} />
  ) : null
}

function Projector(address: RoundAddress) {
  const { state, counts, away } = usePulse(address)
  return (
    <Screen title={PROJECTOR_WORDS.title} broad>
      <FourFaces state={state} skeleton={<SkeletonCards count={2} />} errorTitle={PROJECTOR_WORDS.notOpened}>
        {({ code }) => (
          <View className="beamer">
            <View className="beamer__question">{counts?.question}</View>
            {counts && <View className="beamer__phase">{ROUND_STATE_LABELS[counts.state]}</View>}
            <View className="beamer__body">
              <View className="beamer__code">
                <QrPicture rows={code.picture} name={PROJECTOR_WORDS.code} />
                <View className="beamer__join">{PROJECTOR_WORDS.join}</View>
              </View>
              {counts && <Counts counts={counts} />}
            </View>
            {away && (
              <Note tone="wait" icon="offline" gap>
                {PROJECTOR_WORDS.away}
              </Note>
            )}
          </View>
        )}
      </FourFaces>
    </Screen>
  )
}

const SHOWN = ['homes', 'people', 'topics', 'outcomes', 'statements', 'answers'] as const

function Counts({ counts }: { counts: NonNullable<PulseView['now']> }) {
  return (
    <View className="beamer__counts">
      {SHOWN.map((name) => (
        <View key={name} className="beamer__count">
          <View className="beamer__number">{counts[name]}</View>
          <View className="beamer__of">{PROJECTOR_WORDS[name]}</View>
        </View>
      ))}
    </View>
  )
}
