import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  joinMatterEndpoint,
  leaveMatterEndpoint,
  readMatterContactEndpoint,
  type MatterView,
} from '#core/matters'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureNote } from '@/components/FailureNote'
import { Item } from '@/components/Item'
import { Note } from '@/components/Note'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { useWide } from '@/platform/device'
import { toast } from '@/platform/feedback'
import { goTo, redirect } from '@/platform/navigation'
import { callNumber } from '@/platform/phone-call'
import { ROUTES } from '@/routes'
import { DETAIL_WORDS } from '../../words'

export interface MatterPeopleProps {
  matter: MatterView
  onChanged: (matter: MatterView) => void
}

/** Who else met it, what it was merged into, and how who holds it reaches the reporter. */
export function MatterPeople({ matter, onChanged }: MatterPeopleProps) {
  const { communityId, matterId, mergedInto, joinedHomes, mayJoin, joined, mayReadContact } = matter
  // What neighbours may read of one's own may be talked about with them, too.
  const mayTalk = matter.mine && matter.visibility === 'public'
  const anything = mergedInto || joinedHomes > 0 || mayJoin || joined || mayReadContact || mayTalk
  // On a wide screen it may stand beside a list, which stays.
  const open = useWide() ? goTo : redirect
  if (!anything) return null
  return (
    <Card gap>
      {mergedInto && (
        <Item
          icon="list"
          title={DETAIL_WORDS.merged}
          text={DETAIL_WORDS.mergedGo}
          onPress={() => open(ROUTES.matter, { communityId, matterId: mergedInto })}
        />
      )}
      {joinedHomes > 0 && <Item icon="users" title={DETAIL_WORDS.joined(joinedHomes)} />}
      {mayTalk && (
        <Item
          icon="talk"
          title={DETAIL_WORDS.putUp}
          text={DETAIL_WORDS.putUpText}
          onPress={() => goTo(ROUTES.board, { communityId, fromKind: 'matter', fromId: matterId })}
        />
      )}
      <Join matter={matter} onChanged={onChanged} />
      {mayReadContact && <Contact matter={matter} />}
    </Card>
  )
}

function Join({ matter, onChanged }: MatterPeopleProps) {
  const { communityId, matterId, joined, mayJoin } = matter
  const params = { communityId, matterId }
  const join = useSubmit(
    (_input: typeof params, key) => callEndpoint(joinMatterEndpoint, { params, key }),
    (changed: MatterView) => {
      onChanged(changed)
      toast(DETAIL_WORDS.joinDone)
    },
  )
  const leave = useSubmit(
    (_input: typeof params, key) => callEndpoint(leaveMatterEndpoint, { params, key }),
    (changed: MatterView) => {
      onChanged(changed)
      toast(DETAIL_WORDS.left)
    },
  )
  const failure = join.failure ?? leave.failure
  if (!joined && !mayJoin) return null
  return (
    <>
      {joined ? (
        <>
          <View className="text text--gap">{DETAIL_WORDS.joinedByMe}</View>
          <Button
            variant="quiet"
            busy={leave.busy}
            busyWords={DETAIL_WORDS.leaving}
            onPress={() => void leave.submit(params)}
          >
            {DETAIL_WORDS.leave}
          </Button>
        </>
      ) : (
        <Button
          variant="secondary"
          icon="hand"
          busy={join.busy}
          busyWords={DETAIL_WORDS.joining}
          onPress={() => void join.submit(params)}
        >
          {DETAIL_WORDS.join}
        </Button>
      )}
      {failure && <FailureNote failure={failure} gap />}
    </>
  )
}

/** The phone is asked for only when it is wanted: each reading is on record. */
function Contact({ matter: { communityId, matterId } }: Pick<MatterPeopleProps, 'matter'>) {
  const [phone, setPhone] = useState<string | null>()
  const params = { communityId, matterId }
  const ask = useSubmit(
    (_input: typeof params, key) => callEndpoint(readMatterContactEndpoint, { params, key }),
    (answer: { phone: string | null }) => setPhone(answer.phone),
  )
  if (phone) {
    return (
      <Button variant="secondary" icon="phone" onPress={() => callNumber(phone)}>
        {DETAIL_WORDS.call(phone)}
      </Button>
    )
  }
  if (phone === null) return <Note gap>{DETAIL_WORDS.contactNone}</Note>
  return (
    <>
      <Item
        icon="phone"
        title={DETAIL_WORDS.contact}
        text={DETAIL_WORDS.contactText}
        onPress={() => void ask.submit(params)}
      />
      {ask.failure && <FailureNote failure={ask.failure} gap />}
    </>
  )
}
