import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  listTellerCandidatesEndpoint,
  replaceTellerEndpoint,
  TELLER_SEAT_LABELS,
  TELLER_SEATS,
  VOTE_REASON_LENGTH,
  type TellerSeat,
  type VoteView,
} from '#core/votes'
import { Button } from '@/components/Button'
import { ChoiceList } from '@/components/ChoiceList'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { FourFaces } from '@/components/FourFaces'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { SkeletonRows } from '@/components/Skeleton'
import { useLoad, type Loaded } from '@/hooks/useLoad'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { TELLER_LIST_WORDS } from '@/parts/votes'
import { TELLER_WORDS } from '../../paper-words'

interface SheetProps {
  open: boolean
  vote: VoteView
  state: Loaded<VoteView>
  onClose: () => void
}

/** 换计票人: who goes, who comes, and why, which everybody reads. */
export function TellerSheet({ open, vote, state, onClose }: SheetProps) {
  return (
    <Sheet open={open} title={TELLER_WORDS.replaceTitle} onClose={onClose}>
      {open && <Form vote={vote} state={state} onClose={onClose} />}
    </Sheet>
  )
}

function Form({ vote, state, onClose }: Omit<SheetProps, 'open'>) {
  const { communityId, placeId } = vote
  const candidates = useLoad(
    () => callEndpoint(listTellerCandidatesEndpoint, { params: { communityId }, query: { placeId } }),
    [communityId, placeId],
  )
  const form = useReplace({ vote, state, onClose })
  return (
    <View>
      <View className="text--strong">{TELLER_WORDS.who}</View>
      <ChoiceList
        label={TELLER_WORDS.who}
        options={(vote.paper?.tellers ?? []).map(({ seat, name }) => ({
          value: String(seat),
          title: name,
          text: TELLER_SEAT_LABELS[seat],
        }))}
        value={form.seat === undefined ? undefined : String(form.seat)}
        onChange={(value) => form.put({ seat: TELLER_SEATS.find((seat) => String(seat) === value) })}
      />
      <View className="text--strong text--gap">{TELLER_WORDS.whom}</View>
      <FourFaces
        state={candidates}
        skeleton={<SkeletonRows count={3} />}
        errorTitle={TELLER_LIST_WORDS.failed}
        isEmpty={({ items }) => items.length === 0}
        empty={<Note>{TELLER_LIST_WORDS.nobody}</Note>}
      >
        {({ items }) => (
          <ChoiceList
            label={TELLER_WORDS.whom}
            options={items.map(({ personId, name }) => ({ value: personId, title: name }))}
            value={form.personId}
            onChange={(personId) => form.put({ personId })}
          />
        )}
      </FourFaces>
      <Field
        label={TELLER_WORDS.reason}
        hint={TELLER_WORDS.reasonHint}
        placeholder={TELLER_WORDS.reasonPlaceholder}
        value={form.reason}
        maxLength={VOTE_REASON_LENGTH}
        onChange={(reason) => form.put({ reason })}
      />
      {form.failure && <FailureNote failure={form.failure} gap />}
      <View className="sheet__acts">
        <Button busy={form.busy} busyWords={TELLER_WORDS.sending} onPress={form.send}>
          {TELLER_WORDS.send}
        </Button>
      </View>
    </View>
  )
}

interface Chosen {
  seat?: TellerSeat | undefined
  personId?: string | undefined
  reason: string
}

function useReplace({ vote, state, onClose }: Omit<SheetProps, 'open'>) {
  const [chosen, setChosen] = useState<Chosen>({ reason: '' })
  const [missing, setMissing] = useState<Failure>()
  const { communityId, voteId, revision } = vote
  const submit = useSubmit(
    (body: { seat: TellerSeat; personId: string; reason: string }, key) =>
      callEndpoint(replaceTellerEndpoint, {
        params: { communityId, voteId },
        body: { ...body, revision },
        key,
      }),
    (answer) => {
      state.replace(answer)
      toast(TELLER_WORDS.done)
      onClose()
    },
  )
  const put = (part: Partial<Chosen>) => {
    submit.clear()
    setMissing(undefined)
    setChosen({ ...chosen, ...part })
  }
  const send = () => {
    const { seat, personId } = chosen
    const reason = chosen.reason.trim()
    if (seat === undefined) return setMissing({ message: TELLER_WORDS.whoMissing })
    if (personId === undefined) return setMissing({ message: TELLER_WORDS.whomMissing })
    if (!reason) return setMissing({ message: TELLER_WORDS.reasonMissing })
    void submit.submit({ seat, personId, reason })
  }
  return { ...chosen, put, send, busy: submit.busy, failure: missing ?? submit.failure }
}
