import { View } from '@tarojs/components'
import { useState } from 'react'
import { isProxyOver, listProxiesEndpoint, type ProxyList, type VoteView } from '#core/votes'
import { Blank } from '@/components/Blank'
import { Chips } from '@/components/Chips'
import { FailureNote } from '@/components/FailureNote'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { usePaged } from '@/hooks/usePaged'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { callEndpoint } from '@/platform/call-endpoint'
import { usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { ProxyCard } from '../../components/ProxyCard'
import { ProxySheet } from '../../components/ProxySheet'
import { PROXY_WORDS } from '../../proxy-words'
import { useProxyActs } from '../../useProxyActs'
import { addressIn, useVote, type VoteAddress } from '../../useVote'

/** 委托: for who checks them all of a vote, else those one has and those that others have for one. */
export default function ProxiesPage() {
  const query = usePageQuery()
  const signedIn = useSignInFirst(ROUTES.voteProxies, query)
  return signedIn ? <Proxies address={addressIn(query)} /> : null
}

const LISTS: readonly { value: ProxyList; words: string }[] = [
  { value: 'waiting', words: PROXY_WORDS.waiting },
  { value: 'all', words: PROXY_WORDS.all },
]

function Proxies({ address }: { address: VoteAddress }) {
  const state = useVote(address)
  const vote = state.status === 'ready' ? state.data : undefined
  return (
    <Screen title={PROXY_WORDS.title}>
      <FourFaces state={state} skeleton={<SkeletonCards count={2} />} errorTitle={PROXY_WORDS.failed}>
        {() => vote && <List vote={vote} />}
      </FourFaces>
    </Screen>
  )
}

function List({ vote }: { vote: VoteView }) {
  const { communityId, voteId, may } = vote
  const [list, setList] = useState<ProxyList>(
    may.decideProxies && !isProxyOver(vote.state) ? 'waiting' : 'all',
  )
  const paged = usePaged(
    (cursor) =>
      callEndpoint(listProxiesEndpoint, { params: { communityId, voteId }, query: { list, cursor } }),
    [communityId, voteId, list],
  )
  const acts = useProxyActs(vote, () => void paged.state.refresh())
  return (
    <View>
      {may.decideProxies && (
        <Chips label={PROXY_WORDS.lists} options={LISTS} value={list} onChange={setList} />
      )}
      {acts.failure && !acts.asking && <FailureNote failure={acts.failure} gap />}
      <FourFaces
        state={paged.state}
        skeleton={<SkeletonCards count={2} />}
        errorTitle={PROXY_WORDS.failed}
        isEmpty={(proxies) => proxies.length === 0}
        empty={<Blank art="window" title={PROXY_WORDS.empty} text={PROXY_WORDS.emptyText} />}
      >
        {(proxies) => (
          <>
            {proxies.map(({ photos, ...note }) => (
              <ProxyCard
                key={note.proxyId}
                note={note}
                photos={photos}
                isOver={isProxyOver(vote.state)}
                acts={acts}
              />
            ))}
            <MoreButton more={paged.more} />
          </>
        )}
      </FourFaces>
      <ProxySheet acts={acts} />
    </View>
  )
}
