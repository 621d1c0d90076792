import { useState } from 'react'
import {
  actOnDeliveryEndpoint,
  decideDeliveryProof,
  recordDeliveryEndpoint,
  type DeliveryAct,
  type DeliveryHow,
} from '#core/votes'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { useSendWithPhotos } from '@/parts/photos'
import { callEndpoint, type CallInput } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { DELIVERY_WORDS, SILENCE_WORDS } from './delivery-words'
import type { VoteAddress } from './useVote'

type Recorded = Pick<CallInput<typeof recordDeliveryEndpoint>, 'body'>['body']

function useRecord({ communityId, voteId }: VoteAddress, words: string, onDone: () => void) {
  return useSubmit(async (body: Recorded, key) => {
    const params = { communityId, voteId }
    const answer = await withConsent(() => callEndpoint(recordDeliveryEndpoint, { params, body, key }))
    toast(words)
    return answer
  }, onDone)
}

function useEnd({ communityId, voteId }: VoteAddress, words: string, onDone: () => void) {
  return useSubmit(
    async ({ deliveryId, ...body }: { deliveryId: string; act: DeliveryAct; reason?: string }, key) => {
      const params = { communityId, voteId, deliveryId }
      const answer = await withConsent(() => callEndpoint(actOnDeliveryEndpoint, { params, body, key }))
      toast(words)
      return answer
    },
    onDone,
  )
}

/** 登记送达: how it reached one on the roll, with a photo or a number. */
export function useRecordDelivery(address: VoteAddress, voterId: string, onDone: () => void) {
  const [how, setHow] = useState<Exclude<DeliveryHow, 'acknowledged'>>('handed')
  const [number, setNumber] = useState('')
  const [missing, setMissing] = useState<Failure>()
  const { submit, busy, failure, clear } = useRecord(address, DELIVERY_WORDS.sent, onDone)
  const posted = number.trim()
  const { photos, unsent, waiting, send } = useSendWithPhotos({
    communityId: address.communityId,
    send: ({ photoIds }) => submit({ voterId, how, photoIds }),
  })
  const fresh = () => {
    setMissing(undefined)
    clear()
  }
  return {
    how,
    setHow: (chosen: typeof how) => {
      fresh()
      setHow(chosen)
    },
    number,
    setNumber: (written: string) => {
      fresh()
      setNumber(written)
    },
    photos,
    send: () => {
      const isPosted = how === 'posted'
      const proof = isPosted
        ? { number: posted, photos: 0 }
        : { number: undefined, photos: photos.items.length }
      if (!decideDeliveryProof({ how, ...proof }).allowed) {
        setMissing({ message: DELIVERY_WORDS.missingProof, field: isPosted ? 'number' : 'photoIds' })
        return
      }
      fresh()
      if (isPosted) void submit({ voterId, how, number: posted })
      else send()
    },
    busy: busy || waiting,
    failure: missing ?? failure ?? (unsent ? { message: unsent, field: 'photoIds' } : undefined),
  }
}

/** 登记错了，收回: with why. */
export function useTakeBack(address: VoteAddress, deliveryId: string, onDone: () => void) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<Failure>()
  const { submit, busy, failure, clear } = useEnd(address, DELIVERY_WORDS.backDone, onDone)
  return {
    reason,
    setReason: (written: string) => {
      setMissing(undefined)
      clear()
      setReason(written)
    },
    send: () => {
      const words = reason.trim()
      setMissing(words ? undefined : { message: DELIVERY_WORDS.reasonMissing, field: 'reason' })
      if (words) void submit({ deliveryId, act: 'take_back', reason: words })
    },
    busy,
    failure: missing ?? failure,
  }
}

/** 我收到了: one tap. */
export function useOwnDelivery(address: VoteAddress, onDone: () => void) {
  const { submit, busy, failure } = useRecord(address, SILENCE_WORDS.thanks, onDone)
  return {
    received: (voterId: string) => void submit({ voterId, how: 'acknowledged' }),
    busy,
    failure,
  }
}

/** 我没有收到: with what was wrong, if they like. */
export function useContest(address: VoteAddress, deliveryId: string, onDone: () => void) {
  const [words, setWords] = useState('')
  const { submit, busy, failure, clear } = useEnd(address, DELIVERY_WORDS.contested, onDone)
  return {
    words,
    setWords: (written: string) => {
      clear()
      setWords(written)
    },
    send: () => {
      const reason = words.trim()
      void submit({ deliveryId, act: 'contest', ...(reason ? { reason } : {}) })
    },
    busy,
    failure,
  }
}
