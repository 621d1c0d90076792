import { useState } from 'react'
import {
  actOnMembershipEndpoint,
  listMembershipsEndpoint,
  MEMBERSHIP_ACT_LABELS,
  MEMBERSHIP_ACTS,
  MEMBERSHIP_LISTS,
  type MembershipAct,
  type MembershipList,
  type MembershipView,
} from '#core/people'
import { usePaged } from '@/hooks/usePaged'
import { useReturn } from '@/hooks/useReturn'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { confirm, toast } from '@/platform/feedback'
import { currentCommunity, knownMe, loadMe, useMe } from '@/platform/me'
import { usePageQuery } from '@/platform/navigation'
import { mayDecide } from '../../may-decide'
import { MEMBERSHIP_QUESTIONS, personIn, REQUESTS } from '../../words'

interface Act {
  membership: MembershipView
  act: MembershipAct
  reason?: string
}

const NONE = { items: [], nextCursor: null }

/** 绑定申请: one of three lists, and what may be done to each request in it. */
export function useRequests() {
  const query = usePageQuery()
  const me = useMe()
  const [list, setList] = useState<MembershipList>(
    MEMBERSHIP_LISTS.find((name) => name === query.list) ?? 'mine',
  )
  const communityId = query.communityId ?? (me && currentCommunity(me)?.communityId)
  const { state, more } = usePaged(
    (cursor) => loadRequests(query.communityId, list, cursor),
    [list, query.communityId],
  )
  useReturn(() => void state.refresh())
  const acts = useActs((changed) => {
    if (state.status === 'ready')
      state.replace(state.data.map((one) => (isSame(one, changed) ? changed : one)))
    toast(REQUESTS.done)
    // Where one lives stands on many pages; where loading fails, the next page loads again.
    if (changed.mine && changed.endedAt) void loadMe().catch(() => undefined)
  })
  const here = me?.communities.find((one) => one.communityId === communityId)
  const lists = MEMBERSHIP_LISTS.filter(
    (name) => name !== 'to_decide' || list === name || (here && mayDecide(here)),
  )
  return {
    list,
    setList,
    lists,
    state,
    more,
    ...acts,
    belongs: communityId !== undefined,
    hasHome: !!here?.homes.length,
  }
}

const isSame = (one: MembershipView, other: MembershipView) => one.membershipId === other.membershipId

async function loadRequests(wanted: string | undefined, list: MembershipList, cursor: string | undefined) {
  const communityId = wanted ?? currentCommunity(await knownMe())?.communityId
  if (communityId === undefined) return NONE
  return callEndpoint(listMembershipsEndpoint, { params: { communityId }, query: { list, cursor } })
}

/** Acts with a reason open a sheet, the others ask once. */
function useActs(onDone: (changed: MembershipView) => void) {
  const [asked, setAsked] = useState<Act>()
  const { submit, busy, failure, clear } = useSubmit(actOn, (changed: MembershipView) => {
    setAsked(undefined)
    onDone(changed)
  })
  const press = async (membership: MembershipView, act: MembershipAct) => {
    clear()
    const question = MEMBERSHIP_QUESTIONS[act]?.(personIn(membership))
    if (MEMBERSHIP_ACTS[act].needsReason) setAsked({ membership, act })
    else if (
      !question ||
      (await confirm({ ...question, yes: MEMBERSHIP_ACT_LABELS[act], no: REQUESTS.keep }))
    )
      void submit({ membership, act })
  }
  return {
    asked,
    busy,
    failure,
    press: (membership: MembershipView, act: MembershipAct) => void press(membership, act),
    sendReason: (reason: string) => void (asked && submit({ ...asked, reason })),
    putAway: () => {
      setAsked(undefined)
      clear()
    },
  }
}

function actOn({ membership: { communityId, membershipId }, act, reason }: Act, key: string) {
  return callEndpoint(actOnMembershipEndpoint, {
    params: { communityId, membershipId },
    body: { act, reason },
    key,
  })
}
