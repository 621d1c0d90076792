import { momentInWords } from '#core/calendar'
import {
  MEMBERSHIP_ACT_LABELS,
  MEMBERSHIP_STATE_LABELS,
  RELATION_LABELS,
  type MembershipAct,
  type MembershipView,
} from '#core/people'
import { Card } from '@/components/Card'
import { Facts, type Fact } from '@/components/Facts'
import { personIn, REQUESTS } from '../../words'
import { StateAndActs } from '@/components/StateAndActs'

export interface RequestCardProps {
  membership: MembershipView
  onAct: (act: MembershipAct) => void
}

/** One request: the home, who asks, where it stands, and what the reader may do. */
export function RequestCard({ membership, onAct }: RequestCardProps) {
  const { homeName, state, acts } = membership
  return (
    <Card title={homeName}>
      <Facts facts={factsOf(membership)} />
      <StateAndActs
        state={MEMBERSHIP_STATE_LABELS[state]}
        about={`${homeName} ${personIn(membership)}`}
        acts={acts.map((act) => ({ words: MEMBERSHIP_ACT_LABELS[act], onPress: () => onAct(act) }))}
      />
    </Card>
  )
}

function factsOf(membership: MembershipView): Fact[] {
  const { relation, isAdult, note, reason, askedAt } = membership
  const age = isAdult ? REQUESTS.adult : REQUESTS.child
  return [
    { name: REQUESTS.person, value: `${personIn(membership)} · ${RELATION_LABELS[relation]} · ${age}` },
    ...(note ? [{ name: REQUESTS.note, value: note }] : []),
    ...(reason ? [{ name: REQUESTS.reason, value: reason }] : []),
    { name: REQUESTS.asked, value: momentInWords(askedAt, new Date()), aside: true },
  ]
}
