import type { WishView } from '#core/wishes'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ChainCard } from '@/parts/chain'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { useReadSubject } from '@/parts/inbox'
import { PhotoStrip } from '@/parts/photos'
import { Thread } from '@/parts/threads'
import { usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { ActSheet } from '../../components/ActSheet'
import { ContactCard } from '../../components/ContactCard'
import { OffersCard } from '../../components/OffersCard'
import { ConsentCard, ProposalCard } from '../../components/ProposalCard'
import { SecondsCard } from '../../components/SecondsCard'
import { hasFoot, WishFoot } from '../../components/WishFoot'
import { WishHead } from '../../components/WishHead'
import { WishStanding } from '../../components/WishStanding'
import { useSecond, type Second } from '../../useSecond'
import { useWish } from '../../useWish'
import { useWishActs, type WishActs } from '../../useWishActs'
import { DETAIL_WORDS } from '../../words'

/** One wish: what it is, where it stands, and what the reader may do. */
export default function WishPage() {
  const query = usePageQuery()
  useSignInFirst(ROUTES.wish, query)
  const { communityId = '', wishId = '' } = query
  const state = useWish({ communityId, wishId })
  const acts = useWishActs(state)
  const second = useSecond(state)
  const wish = state.status === 'ready' ? state.data : undefined
  return (
    <Screen
      title={DETAIL_WORDS.title}
      foot={wish && hasFoot(wish) ? <WishFoot wish={wish} acts={acts} second={second} /> : undefined}
    >
      <FourFaces state={state} skeleton={<SkeletonCards count={2} />} errorTitle={DETAIL_WORDS.notOpened}>
        {(shown) => <Body wish={shown} acts={acts} second={second} />}
      </FourFaces>
      {wish && <ActSheet wish={wish} acts={acts} />}
      <ConsentSheet />
    </Screen>
  )
}

interface BodyProps {
  wish: WishView
  acts: WishActs
  second: Second
}

function Body({ wish, acts, second }: BodyProps) {
  const { communityId, wishId } = wish
  useReadSubject(communityId, { kind: 'wish', id: wishId }, true)
  return (
    <>
      <WishHead wish={wish} />
      <OffersCard wish={wish} acts={acts} />
      <ProposalCard wish={wish} acts={acts} />
      <ContactCard wish={wish} />
      <WishStanding wish={wish} />
      <ChainCard communityId={wish.communityId} chain={wish.chain} />
      <AfterCard wish={wish} />
      <SecondsCard wish={wish} second={second} />
      <ConsentCard wish={wish} />
      <Thread address={{ communityId, subjectKind: 'wish', subjectId: wishId }} isPublic />
    </>
  )
}

/** How it looks now that it is done. */
function AfterCard({ wish }: Pick<BodyProps, 'wish'>) {
  const photos = wish.photos.filter(({ moment }) => moment === 'after')
  if (photos.length === 0) return null
  return (
    <Card title={DETAIL_WORDS.after} gap>
      <PhotoStrip photos={photos} name={DETAIL_WORDS.after} />
    </Card>
  )
}
