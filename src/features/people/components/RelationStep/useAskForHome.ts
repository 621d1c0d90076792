import { useState } from 'react'
import { askForHomeEndpoint, type MembershipView } from '#core/people'
import { RELATIONS, type Relation } from '#core/permissions'
import { readPlaceEndpoint } from '#core/places'
import { useDraft } from '@/hooks/useDraft'
import { useLoad } from '@/hooks/useLoad'
import { usePersonId } from '@/hooks/usePersonId'
import { useSubmit } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
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
  // Kept until it is sent: the way back to the list of homes leads through this page again.
  const personId = usePersonId()
  const draft = useDraft<Answers>(
    personId && `bind.${personId}.${homeId}`,
    { isAdult: true, note: '' },
    restore,
  )
  const answers = draft.value
  const [missing, setMissing] = useState<string>()
  const [exists, setExists] = useState(false)
  const ask = async ({ relation, isAdult, note }: Answers & { relation: Relation }, key: string) => {
    try {
      const body = { homeId, relation, isAdult, note: note === '' ? undefined : note }
      const input = { params: { communityId }, body, key }
      const asked = await withConsent(() => callEndpoint(askForHomeEndpoint, input))
      // A newcomer now belongs to this community; where loading fails, the pages after it load again.
      await loadMe().catch(() => undefined)
      return asked
    } catch (error) {
      setExists(error instanceof ApiError && error.code === 'MEMBERSHIP_EXISTS')
      throw error
    }
  }
  const { submit, busy, failure, clear } = useSubmit(ask, (asked) => {
    draft.drop()
    showAsked(asked)
  })
  const change = (changed: Partial<Answers>) => {
    draft.change(changed)
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

function restore(kept: unknown): Partial<Answers> | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined
  const { relation, isAdult, note } = kept as Record<string, unknown>
  return {
    relation: RELATIONS.find((one) => one === relation),
    ...(typeof isAdult === 'boolean' ? { isAdult } : {}),
    ...(typeof note === 'string' ? { note } : {}),
  }
}

/** The questions are answered: the way back leads out, not into them again. */
function showAsked({ communityId, membershipId }: MembershipView): void {
  restartAt(ROUTES.bind, { communityId, membershipId })
}
