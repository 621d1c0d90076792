import { View } from '@tarojs/components'
import { fullDate, startOfDay } from '#core/calendar'
import { areaInWords, checkRollEndpoint, countFigure, type VoteView } from '#core/votes'
import type { AnswerOf } from '#core/contract'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Facts } from '@/components/Facts'
import { FourFaces } from '@/components/FourFaces'
import { Note } from '@/components/Note'
import { Bone, Skeleton } from '@/components/Skeleton'
import { State } from '@/components/State'
import { useLoad } from '@/hooks/useLoad'
import { useReturn } from '@/hooks/useReturn'
import { callEndpoint } from '@/platform/call-endpoint'
import { DRAFT_WORDS } from '../../words'

/** Of a draft: who would be on the roll today, and what is still wrong with it. */
export function DraftRoll({ vote }: { vote: VoteView }) {
  const { communityId, voteId, revision } = vote
  const state = useLoad(
    () => callEndpoint(checkRollEndpoint, { params: { communityId, voteId } }),
    [communityId, voteId, revision],
  )
  // Somebody may have put the register right meanwhile.
  useReturn(() => void state.refresh())
  return (
    <Card title={DRAFT_WORDS.title} gap>
      <FourFaces
        state={state}
        errorTitle={DRAFT_WORDS.failed}
        skeleton={
          <Skeleton>
            <Bone width={70} />
            <Bone width={50} />
          </Skeleton>
        }
      >
        {(check) => <Check vote={vote} check={check} />}
      </FourFaces>
    </Card>
  )
}

interface CheckProps {
  vote: VoteView
  check: AnswerOf<typeof checkRollEndpoint>
}

function Check({ vote: { electorate, draft }, check: { roll, vacant, problems } }: CheckProps) {
  const unit = electorate === 'homes' ? '户' : '人'
  const facts = [
    {
      name: DRAFT_WORDS.persons[electorate],
      value: DRAFT_WORDS.personsCount(countFigure(roll.persons), unit),
    },
    ...(electorate === 'owners' ? [{ name: DRAFT_WORDS.area, value: areaInWords(roll.areaCentiM2) }] : []),
    ...(vacant > 0 ? [{ name: DRAFT_WORDS.vacant, value: DRAFT_WORDS.vacantCount(vacant) }] : []),
  ]
  const blocking = problems.filter(({ blocks }) => blocks)
  const hints = problems.filter(({ blocks }) => !blocks)
  return (
    <>
      <Facts facts={facts} />
      <Problems title={DRAFT_WORDS.blocks} problems={blocking} />
      <Problems title={DRAFT_WORDS.hints} problems={hints} />
      {problems.length === 0 && (
        <State icon="ok" tone="ok" gap>
          {DRAFT_WORDS.fine}
        </State>
      )}
      {draft && (
        <Note gap icon="calendar">
          {DRAFT_WORDS.earliest(fullDate(startOfDay(draft.earliestOn)))}
        </Note>
      )}
    </>
  )
}

function Problems({ title, problems }: { title: string; problems: CheckProps['check']['problems'] }) {
  if (problems.length === 0) return null
  return (
    <Note gap tone="wait" icon="alert" title={title}>
      {problems.map(({ words }) => (
        <View key={words}>{words}</View>
      ))}
    </Note>
  )
}

/** 改草稿. */
export function EditDraft({ onPress }: { onPress: () => void }) {
  return (
    <Button variant="secondary" block icon="pen" onPress={onPress}>
      {DRAFT_WORDS.edit}
    </Button>
  )
}
