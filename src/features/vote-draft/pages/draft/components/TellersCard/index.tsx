import { View } from '@tarojs/components'
import {
  listTellerCandidatesEndpoint,
  TELLER_SEAT_LABELS,
  TELLER_SEATS,
  TELLERS_NAMED,
  type TellerCandidate,
} from '#core/votes'
import { aria } from '@/components/aria'
import { Card } from '@/components/Card'
import { ChoiceRow } from '@/components/ChoiceRow'
import { FourFaces } from '@/components/FourFaces'
import { Note } from '@/components/Note'
import { SkeletonRows } from '@/components/Skeleton'
import { SwitchRow } from '@/components/SwitchRow'
import { useLoad } from '@/hooks/useLoad'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { TELLER_LIST_WORDS } from '@/parts/votes'
import { TELLERS } from '../../../../draft-words'
import type { VoteForm } from '../../useVoteDraft'
import { FaultLine } from '../FaultLine'

/** 也收纸质票: whether there are ballots on paper, and who counts them. */
export function TellersCard({ form }: { form: VoteForm }) {
  const { draft, place, change } = form
  return (
    <>
      <Card flush>
        <SwitchRow
          title={TELLERS.paper}
          text={TELLERS.paperText}
          checked={draft.paper}
          onChange={(paper) => change({ paper })}
        />
      </Card>
      {draft.paper && place && <Candidates form={form} placeId={place.placeId} />}
    </>
  )
}

function Candidates({ form, placeId }: { form: VoteForm; placeId: string }) {
  const { communityId } = form.start
  const state = useLoad(
    () => callEndpoint(listTellerCandidatesEndpoint, { params: { communityId }, query: { placeId } }),
    [communityId, placeId],
  )
  return (
    <Card title={TELLERS.choose}>
      <View className="text--small text--quiet">{TELLERS.chooseText}</View>
      <FourFaces
        state={state}
        skeleton={<SkeletonRows count={3} />}
        errorTitle={TELLER_LIST_WORDS.failed}
        isEmpty={({ items }) => items.length === 0}
        empty={<Note gap>{TELLER_LIST_WORDS.nobody}</Note>}
      >
        {({ items }) => <Ticks form={form} items={items} />}
      </FourFaces>
      <FaultLine error={form.errorAt('tellerIds')} />
    </Card>
  )
}

function Ticks({ form: { draft, change }, items }: { form: VoteForm; items: readonly TellerCandidate[] }) {
  // Whoever is not in office there any more is not chosen any more.
  const chosen = draft.tellerIds.filter((id) => items.some(({ personId }) => personId === id))
  const toggle = (id: string) => {
    if (chosen.includes(id)) change({ tellerIds: chosen.filter((one) => one !== id) })
    else if (chosen.length >= TELLERS_NAMED) toast(TELLERS.full)
    else change({ tellerIds: [...chosen, id] })
  }
  return (
    <View className="list" {...aria({ role: 'group', label: TELLERS.choose })}>
      {items.map(({ personId, name }) => {
        const seat = TELLER_SEATS[chosen.indexOf(personId)]
        return (
          <ChoiceRow
            key={personId}
            role="checkbox"
            title={name}
            {...(seat === undefined ? {} : { text: TELLER_SEAT_LABELS[seat] })}
            on={seat !== undefined}
            onPress={() => toggle(personId)}
          />
        )
      })}
    </View>
  )
}
