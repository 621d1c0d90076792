import { listDemandSignersEndpoint, type DemandView } from '#core/votes'
import { dateInWords } from '#core/calendar'
import { View } from '@tarojs/components'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { MoreButton } from '@/components/MoreButton'
import { SkeletonCards } from '@/components/Skeleton'
import { usePaged } from '@/hooks/usePaged'
import { callEndpoint } from '@/platform/call-endpoint'
import { DEMAND_WORDS } from '../../words'

/** 签名的是哪几套房: for who must convene, to check them. */
export function Signers({ demand: { communityId, demandId } }: { demand: DemandView }) {
  const { state, more } = usePaged(
    (cursor) =>
      callEndpoint(listDemandSignersEndpoint, { params: { communityId, demandId }, query: { cursor } }),
    [communityId, demandId],
  )
  return (
    <Card title={DEMAND_WORDS.signers} gap>
      <View className="text--quiet">{DEMAND_WORDS.signersNote}</View>
      <FourFaces
        state={state}
        skeleton={<SkeletonCards count={1} />}
        errorTitle={DEMAND_WORDS.signersFailed}
        isEmpty={(signers) => signers.length === 0}
        empty={<View>{DEMAND_WORDS.signersEmpty}</View>}
      >
        {(signers) => (
          <>
            {signers.map(({ signatureId, name, at }) => (
              <Item key={signatureId} title={name} text={dateInWords(at)} />
            ))}
            <MoreButton more={more} />
          </>
        )}
      </FourFaces>
    </Card>
  )
}
