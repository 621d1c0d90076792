import { useState } from 'react'
import { askForHomeEndpoint, type MembershipView } from '#core/people'
import type { Relation } from '#core/permissions'
import { readPlaceEndpoint } from '#core/places'
import { useLoad } from '@/hooks/useLoad'
import { useSubmit } from '@/hooks/useSubmit'
import { ApiError, callEndpoint } from '@/platform/call-endpoint'
import { loadMe } from '@/platform/me'
import { restartAt } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { BIND } from '../../words'

interface Answers {
  relation?: Relation
  isAdult: boolean
  note: string
}

/** 申请绑定一户: the answers, what is missing, and sending them once. */
export function useAskForHome(communityId: string, homeId: string) {
  const home = useLoad(
    () => callEndpoint(readPlaceEndpoint, { params: { communityId, placeId: homeId } }),
    [communityId, homeId],
  )
  const [answers, setAnswers] = useState<Answers>({ isAdult: true, note: '' })
  const [missing, setMissing] = useState<string>()
  const [exists, setExists] = useState(false)
  const ask = async ({ relation, isAdult, note }: Answers & { relation: Relation }, key: string) => {
    try {
      const body = { homeId, relation, isAdult, note: note === '' ? undefined : note }
      const asked = await callEndpoint(askForHomeEndpoint, { params: { communityId }, body, key })
      // A newcomer now belongs to this community; where loading fails, the pages after it load again.
      await loadMe().catch(() => undefined)
      return asked
    } catch (error) {
      setExists(error instanceof ApiError && error.code === 'MEMBERSHIP_EXISTS')
      throw error
    }
  }
  const { submit, busy, failure, clear } = useSubmit(ask, showAsked)
  const change = (changed: Partial<Answers>) => {
    setAnswers({ ...answers, ...changed })
    setMissing(undefined)
    clear()
  }
  const send = () => {
    const { relation } = answers
    if (relation === undefined) setMissing(BIND.relationMissing)
    else void submit({ ...answers, relation })
  }
  return { home, answers, change, missing, send, busy, failure, exists }
}

/** The questions are answered: the way back leads out, not into them again. */
function showAsked({ communityId, membershipId }: MembershipView): void {
  restartAt(ROUTES.bind, { communityId, membershipId })
}
