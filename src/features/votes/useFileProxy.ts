import { useState } from 'react'
import { fileProxyEndpoint, decideProxyPhotos } from '#core/votes'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { withPhone } from '@/parts/phone/with-phone'
import { useSendWithPhotos } from '@/parts/photos'
import { callEndpoint, type CallInput } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { FILE_PROXY } from './proxy-words'
import type { VoteAddress } from './useVote'

/** What is written about a proxy. */
export interface ProxyDraft {
  voter?: { voterId: string; name: string }
  principalName: string
  agentName: string
}

const EMPTY: ProxyDraft = { principalName: '', agentName: '' }

/** 代别人投: whom for, both names, and photos of the authority, sent when they have arrived. `voter`: where that is given. */
export function useFileProxy(
  { communityId, voteId }: VoteAddress,
  onDone: () => void,
  voter?: ProxyDraft['voter'],
) {
  const [draft, setDraft] = useState<ProxyDraft>({ ...EMPTY, voter })
  const [missing, setMissing] = useState<Failure>()
  const { submit, busy, failure, clear } = useSubmit(
    async (input: Pick<CallInput<typeof fileProxyEndpoint>, 'params' | 'body'>, key) => {
      const answer = await withPhone(() =>
        withConsent(() => callEndpoint(fileProxyEndpoint, { ...input, key })),
      )
      toast(FILE_PROXY.sent)
      return answer
    },
    onDone,
  )
  const { photos, unsent, waiting, send } = useSendWithPhotos({
    communityId,
    send: ({ photoIds }) =>
      submit({
        params: { communityId, voteId },
        body: {
          voterId: draft.voter?.voterId ?? '',
          principalName: draft.principalName.trim(),
          agentName: draft.agentName.trim(),
          photoIds,
        },
      }),
  })
  return {
    draft,
    change: (part: Partial<ProxyDraft>) => {
      setMissing(undefined)
      clear()
      setDraft({ ...draft, ...part })
    },
    photos,
    send: () => {
      const lacking = lackingIn(draft, photos.items.length)
      setMissing(lacking)
      if (!lacking) send()
    },
    busy: busy || waiting,
    failure: missing ?? failure ?? (unsent ? { message: unsent, field: 'photoIds' } : undefined),
  }
}

/** The first thing that is still to be done. */
function lackingIn({ voter, principalName, agentName }: ProxyDraft, photos: number): Failure | undefined {
  const { missing } = FILE_PROXY
  if (!voter) return { message: missing.voterId, field: 'voterId' }
  if (!principalName.trim()) return { message: missing.principalName, field: 'principalName' }
  if (!agentName.trim()) return { message: missing.agentName, field: 'agentName' }
  return decideProxyPhotos(photos).allowed ? undefined : { message: missing.photoIds, field: 'photoIds' }
}

export type FilingProxy = ReturnType<typeof useFileProxy>
