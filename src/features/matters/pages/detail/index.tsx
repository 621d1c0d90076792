import { serviceOf, type MatterView } from '#core/matters'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { Screen } from '@/components/Screen'
import { ShareButton } from '@/components/ShareButton'
import { SkeletonCards } from '@/components/Skeleton'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { usePageQuery } from '@/platform/navigation'
import { useShareCard, type ShareCard } from '@/platform/share'
import { ROUTES } from '@/routes'
import { MatterActs } from '../../components/MatterActs'
import { MatterHead, MatterStanding, MatterText } from '../../components/MatterBody'
import { MatterMore } from '../../components/MatterMore'
import { useActs } from '../../useActs'
import { useMatter } from '../../useMatter'
import { DETAIL_WORDS } from '../../words'

const NOBODY_ELSE = () => undefined

/** One matter: where it stands, how it came there, and what the reader may do. */
export default function DetailPage() {
  const query = usePageQuery()
  useSignInFirst(ROUTES.matter, query)
  const { communityId = '', matterId = '' } = query
  const state = useMatter({ communityId, matterId })
  const acts = useActs(state, NOBODY_ELSE)
  const card = state.status === 'ready' ? cardOf(state.data) : undefined
  useShareCard(card)
  const hasFoot = state.status === 'ready' && state.data.acts.length > 0
  return (
    <Screen
      title={DETAIL_WORDS.title}
      foot={hasFoot ? <MatterActs matter={state.data} acts={acts} /> : undefined}
    >
      <FourFaces state={state} skeleton={<SkeletonCards count={2} />} errorTitle={DETAIL_WORDS.notOpened}>
        {(matter) => (
          <>
            <Body matter={matter} onChanged={state.replace} />
            {card && <ShareButton card={card} />}
          </>
        )}
      </FourFaces>
      <ConsentSheet />
    </Screen>
  )
}

/** What may be passed on of a matter: what it is and where, none of its reporter's words. */
function cardOf({
  visibility,
  serviceCode,
  placeName,
  communityId,
  matterId,
}: MatterView): ShareCard | undefined {
  if (visibility !== 'public') return undefined
  const title = DETAIL_WORDS.shareTitle(serviceOf(serviceCode)?.name ?? '', placeName)
  return { title, page: ROUTES.matter, query: { communityId, matterId } }
}

function Body({ matter, onChanged }: { matter: MatterView; onChanged: (matter: MatterView) => void }) {
  const now = new Date()
  return (
    <>
      <Card>
        <MatterHead matter={matter} now={now} />
        <MatterText matter={matter} />
      </Card>
      <MatterStanding matter={matter} now={now} />
      <MatterMore matter={matter} onChanged={onChanged} />
    </>
  )
}
