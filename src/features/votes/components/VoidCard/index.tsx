import { View } from '@tarojs/components'
import { VOID_GROUND_LABELS, VOTE_ACT_LABELS, type VoteView } from '#core/votes'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Note } from '@/components/Note'
import { voidAnswersOf } from '../../act-plan'
import type { VoteActs } from '../../useVoteActs'
import { VOTE_WORDS } from '../../words'

/** Somebody asked for the result to be void: on which ground and why, with two equal answers for who decides. */
export function VoidCard({ vote, acts }: { vote: VoteView; acts: VoteActs }) {
  if (!vote.voidAsked) return null
  const { byName, ground, reason } = vote.voidAsked
  const answers = voidAnswersOf(vote)
  return (
    <Card gap>
      <Note tone="wait" icon="alert" title={VOTE_WORDS.voidAsked(byName)}>
        <View>{VOTE_WORDS.voidGround(VOID_GROUND_LABELS[ground])}</View>
        <View>{VOTE_WORDS.because(reason)}</View>
      </Note>
      {answers.length > 0 && (
        <View className="equals text--gap-l">
          {answers.map((act) => (
            <View key={act} className="equals__one">
              <Button variant="equal" block onPress={() => acts.press(act)}>
                {VOTE_ACT_LABELS[act]}
              </Button>
            </View>
          ))}
        </View>
      )}
    </Card>
  )
}
