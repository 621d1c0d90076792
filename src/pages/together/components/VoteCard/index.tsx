import { View } from '@tarojs/components'
import { isOpen, isVoid, toCastInWords, voteStateInWords, voteUntilInWords, type VoteItem } from '#core/votes'
import { Card } from '@/components/Card'
import { Kind } from '@/components/Kind'
import { State } from '@/components/State'
import { TOGETHER_WORDS } from '../../words'

export interface VoteCardProps {
  vote: VoteItem
  onOpen: (voteId: string) => void
}

/** A vote in a list: what is decided, where, how far it is, and whether it waits for the reader. */
export function VoteCard({ vote, onOpen }: VoteCardProps) {
  const { voteId, title, placeName, turnout, electorate } = vote
  const toCast = toCastInWords(vote)
  return (
    <Card onPress={() => onOpen(voteId)}>
      <View className="feed__meta">
        <Kind icon="vote" tone="vote">
          {TOGETHER_WORDS.kind}
        </Kind>
        <View className="feed__when">{placeName}</View>
      </View>
      <View className="feed__title">{title}</View>
      {turnout && (
        <View className="feed__text">{TOGETHER_WORDS.turnout(turnout.persons, turnout.of, electorate)}</View>
      )}
      <State icon={isOpen(vote.state) ? 'clock' : 'info'} gap>
        {[standingOf(vote), outcomeOf(vote), worthOf(vote)].filter(Boolean).join('，')}
      </State>
      {toCast && (
        <State icon="vote" tone="wait" strong gap>
          {toCast}
        </State>
      )}
    </Card>
  )
}

/** 正在投票，今天 20:00 截止. A list doesn't say until when a result is posted: the page of the vote does. */
function standingOf(vote: VoteItem): string {
  const progress = { ...vote, rollObjectionsUntil: null, resultObjectionsUntil: null }
  return [voteStateInWords(vote.state), voteUntilInWords(progress, new Date())].filter(Boolean).join('，')
}

/** 通过了. What only asked has no yes and no; a void result is not said as one. */
function outcomeOf({ state, passed }: VoteItem): string | undefined {
  if (!passed || isVoid(state)) return undefined
  const decided = passed.filter((one) => one !== null)
  const yes = decided.filter(Boolean).length
  if (decided.length === 0) return TOGETHER_WORDS.counted
  if (decided.length > 1) return TOGETHER_WORDS.passedSome(yes, decided.length)
  return yes === 1 ? TOGETHER_WORDS.passed : TOGETHER_WORDS.notPassed
}

/** 结果仅供参考: said wherever the result does not bind (domain.md 7). */
function worthOf({ binding, electorate }: VoteItem): string | undefined {
  if (binding !== 'advisory') return undefined
  return electorate === 'owners' ? TOGETHER_WORDS.sounding : TOGETHER_WORDS.poll
}
