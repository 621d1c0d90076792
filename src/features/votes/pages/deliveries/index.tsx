import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  contestedInWords,
  deliveredInWords,
  deliveryInWords,
  listDeliveriesEndpoint,
  type DeliveryList,
  type DeliveryRow,
  type VoteView,
} from '#core/votes'
import { Blank } from '@/components/Blank'
import { Card } from '@/components/Card'
import { Chips } from '@/components/Chips'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { MoreButton } from '@/components/MoreButton'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { SkeletonCards, SkeletonRows } from '@/components/Skeleton'
import type { Loaded } from '@/hooks/useLoad'
import { usePaged } from '@/hooks/usePaged'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { callEndpoint } from '@/platform/call-endpoint'
import { usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { DeliverySheet } from '../../components/DeliverySheet'
import { DELIVERY_WORDS } from '../../delivery-words'
import { addressIn, useVote, type VoteAddress } from '../../useVote'

/** 送达登记: whom of the roll the ballot has reached, and a proof for each. */
export default function DeliveriesPage() {
  const query = usePageQuery()
  const signedIn = useSignInFirst(ROUTES.voteDeliveries, query)
  return signedIn ? <Deliveries address={addressIn(query)} /> : null
}

const LISTS: readonly { value: DeliveryList; words: string }[] = [
  { value: 'missing', words: DELIVERY_WORDS.missing },
  { value: 'all', words: DELIVERY_WORDS.all },
]

function Deliveries({ address }: { address: VoteAddress }) {
  const state = useVote(address)
  return (
    <Screen title={DELIVERY_WORDS.title}>
      <FourFaces state={state} skeleton={<SkeletonCards count={2} />} errorTitle={DELIVERY_WORDS.failed}>
        {(vote) => <List vote={vote} state={state} />}
      </FourFaces>
      <ConsentSheet />
    </Screen>
  )
}

function List({ vote, state }: { vote: VoteView; state: Loaded<VoteView> }) {
  const { communityId, voteId, silence, may } = vote
  const [list, setList] = useState<DeliveryList>('missing')
  const [chosen, setChosen] = useState<DeliveryRow>()
  const paged = usePaged(
    (cursor) =>
      callEndpoint(listDeliveriesEndpoint, { params: { communityId, voteId }, query: { list, cursor } }),
    [communityId, voteId, list],
  )
  const done = () => {
    setChosen(undefined)
    void state.refresh()
    void paged.state.refresh()
  }
  return (
    <View>
      <Card title={silence ? DELIVERY_WORDS.count(deliveredInWords(silence)) : undefined}>
        <Note>{may.recordDelivery ? DELIVERY_WORDS.text : DELIVERY_WORDS.over}</Note>
      </Card>
      <Chips label={DELIVERY_WORDS.lists} options={LISTS} value={list} onChange={setList} />
      <FourFaces
        state={paged.state}
        skeleton={<SkeletonRows count={6} />}
        errorTitle={DELIVERY_WORDS.failed}
        isEmpty={(rows) => rows.length === 0}
        empty={<Nobody list={list} />}
      >
        {(rows) => (
          <Card flush>
            {rows.map((row) => (
              <Item
                key={row.voterId}
                icon={row.delivery ? 'ok' : 'door'}
                title={row.name}
                text={rowInWords(row)}
                onPress={() => setChosen(row)}
              />
            ))}
            <MoreButton more={paged.more} />
          </Card>
        )}
      </FourFaces>
      <DeliverySheet
        key={chosen?.voterId ?? ''}
        address={vote}
        row={chosen}
        mayRecord={may.recordDelivery}
        onClose={() => setChosen(undefined)}
        onDone={done}
      />
    </View>
  )
}

/** How it reached one, or what they said when it had not. */
function rowInWords({ delivery, contested }: DeliveryRow): string {
  if (delivery) return deliveryInWords(delivery)
  return contested ? contestedInWords(contested.words) : DELIVERY_WORDS.notYet
}

const Nobody = ({ list }: { list: DeliveryList }) =>
  list === 'missing' ? (
    <Blank art="window" title={DELIVERY_WORDS.emptyMissing} text={DELIVERY_WORDS.emptyMissingText} />
  ) : (
    <Blank art="window" title={DELIVERY_WORDS.emptyAll} text="" />
  )
