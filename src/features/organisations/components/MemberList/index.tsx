import { View } from '@tarojs/components'
import { momentInWords } from '#core/calendar'
import {
  MEMBER_ACT_LABELS,
  MEMBER_STATE_LABELS,
  type MemberAct,
  type MemberView,
  type OrganisationView,
} from '#core/organisations'
import { Blank } from '@/components/Blank'
import { Card } from '@/components/Card'
import { Chips } from '@/components/Chips'
import { Facts, type Fact } from '@/components/Facts'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Note } from '@/components/Note'
import { SkeletonCards } from '@/components/Skeleton'
import { StateAndActs } from '@/components/StateAndActs'
import { MEMBERS } from '../../words'
import { WhySheet } from '../WhySheet'
import { useMembers } from './useMembers'

export interface MemberListProps {
  organisation: OrganisationView
  onChange: () => void
}

const LISTS = [
  { value: 'asked', words: MEMBERS.lists.asked },
  { value: 'inside', words: MEMBERS.lists.inside },
] as const

/** Who asks to join, and who is in it: for leads and staff only. */
export function MemberList({ organisation, onChange }: MemberListProps) {
  const { list, setList, state, more, acts } = useMembers(organisation, onChange)
  return (
    <>
      <View className="list__first">
        <Chips label={MEMBERS.choose} options={LISTS} value={list} onChange={setList} />
      </View>
      <View className="list__first">
        {acts.failure && !acts.asked && (
          <Note tone="late" icon="alert" alert>
            {acts.failure.message}
          </Note>
        )}
        <FourFaces
          state={state}
          skeleton={<SkeletonCards count={2} />}
          errorTitle={MEMBERS.failed}
          isEmpty={(members) => members.length === 0}
          empty={<Blank art="window" {...MEMBERS.empty[list]} />}
        >
          {(members) => (
            <>
              {members.map((member) => (
                <MemberCard key={member.memberId} member={member} onAct={(act) => acts.press(member, act)} />
              ))}
              <MoreButton more={more} />
            </>
          )}
        </FourFaces>
      </View>
      <WhySheet
        act={acts.asked && MEMBER_ACT_LABELS[acts.asked.act]}
        busy={acts.busy}
        failure={acts.failure}
        onSend={acts.sendReason}
        onClose={acts.putAway}
      />
    </>
  )
}

interface MemberCardProps {
  member: MemberView
  onAct: (act: MemberAct) => void
}

/** One of them. What concerns the reader's own part stands at the top of the page. */
function MemberCard({ member, onAct }: MemberCardProps) {
  const { mine, personName, state, acts } = member
  const name = mine ? MEMBERS.me : personName
  const offered = mine ? [] : acts
  return (
    <Card title={name}>
      <Facts facts={factsOf(member)} />
      <StateAndActs
        state={MEMBER_STATE_LABELS[state]}
        about={name}
        acts={offered.map((act) => ({ words: MEMBER_ACT_LABELS[act], onPress: () => onAct(act) }))}
      />
    </Card>
  )
}

function factsOf({ note, reason, askedAt }: MemberView): Fact[] {
  return [
    ...(note ? [{ name: MEMBERS.note, value: note }] : []),
    ...(reason ? [{ name: MEMBERS.reason, value: reason }] : []),
    { name: MEMBERS.asked, value: momentInWords(askedAt, new Date()), aside: true },
  ]
}
