import { isLiveProxy, isProxyOver, type VoteView } from '#core/votes'
import { FailureNote } from '@/components/FailureNote'
import { useProxyActs } from '../../useProxyActs'
import { ProxyCard } from '../ProxyCard'

interface OwnProxiesProps {
  vote: VoteView
  onChanged: () => void
}

/** On the page of a vote: who votes for the reader, and for whom the reader votes. */
export function OwnProxies({ vote, onChanged }: OwnProxiesProps) {
  const acts = useProxyActs(vote, onChanged)
  const live = vote.proxies.filter(({ state, party }) => isLiveProxy(state) && party !== 'official')
  return (
    <>
      {live.map((note) => (
        <ProxyCard key={note.proxyId} note={note} isOver={isProxyOver(vote.state)} acts={acts} />
      ))}
      {acts.failure && <FailureNote failure={acts.failure} gap />}
    </>
  )
}
