import { Blank } from '@/components/Blank'
import { FourFaces } from '@/components/FourFaces'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { goTo, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { OpinionGroups } from '../../components/OpinionGroups'
import { SaidList } from '../../components/SaidList'
import { OPINION_WORDS } from '../../statement-words'
import { useOpinions } from '../../useOpinions'
import type { RoundAddress } from '../../useRound'

/** 大家的看法: where all meet, how groups differ, and everything that was said. */
export default function OpinionsPage() {
  const query = usePageQuery()
  return useSignInFirst(ROUTES.roundOpinions, query) ? (
    <Opinions communityId={query.communityId ?? ''} roundId={query.roundId ?? ''} />
  ) : null
}

function Opinions(address: RoundAddress) {
  const { state, said } = useOpinions(address)
  return (
    <Screen title={OPINION_WORDS.title}>
      <FourFaces
        state={state}
        skeleton={<SkeletonCards count={3} />}
        errorTitle={OPINION_WORDS.notOpened}
        isEmpty={({ picture }) => picture === null}
        empty={<Few address={address} />}
      >
        {({ picture }) => picture && <OpinionGroups picture={picture} />}
      </FourFaces>
      {state.status === 'ready' && <SaidList communityId={address.communityId} said={said} />}
      <ConsentSheet />
    </Screen>
  )
}

function Few({ address }: { address: RoundAddress }) {
  return (
    <Blank
      art="window"
      title={OPINION_WORDS.few}
      text={OPINION_WORDS.fewText}
      act={{ words: OPINION_WORDS.answerNow, onPress: () => goTo(ROUTES.round, { ...address }) }}
    />
  )
}
