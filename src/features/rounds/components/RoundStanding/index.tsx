import { View } from '@tarojs/components'
import { momentInWords } from '#core/calendar'
import { roundEntryInWords, scopeInWords, type RoundView } from '#core/rounds'
import { Card } from '@/components/Card'
import { Facts, type Fact } from '@/components/Facts'
import { Item } from '@/components/Item'
import { Track, type TrackStep } from '@/components/Track'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { ROUND_WORDS } from '../../words'

/** When and where, who counts in, what happened so far, and the rounds before and after it. */
export function RoundStanding({ round }: { round: RoundView }) {
  const { communityId, follows, followedBy } = round
  const open = (roundId: string) => goTo(ROUTES.round, { communityId, roundId })
  return (
    <>
      <Card title={ROUND_WORDS.standing} gap>
        <Facts facts={factsOf(round)} />
        <Track steps={stepsOf(round)} />
      </Card>
      {(follows ?? followedBy) && (
        <Card flush gap>
          {follows && (
            <Item
              icon="left"
              title={follows.question}
              text={ROUND_WORDS.follows}
              onPress={() => open(follows.roundId)}
            />
          )}
          {followedBy && (
            <Item
              icon="right"
              title={followedBy.question}
              text={ROUND_WORDS.followedBy}
              onPress={() => open(followedBy.roundId)}
            />
          )}
        </Card>
      )}
    </>
  )
}

function factsOf(round: RoundView): Fact[] {
  const { meetsAt, meetsWhere } = round
  return [
    { name: ROUND_WORDS.when, value: meetsAt ? momentInWords(meetsAt, new Date()) : ROUND_WORDS.notSet },
    ...(meetsWhere ? [{ name: ROUND_WORDS.where, value: meetsWhere }] : []),
    { name: ROUND_WORDS.scope, value: scopeInWords(round) },
  ]
}

function stepsOf({ timeline }: RoundView): TrackStep[] {
  const now = new Date()
  return timeline.map((entry) => ({
    id: String(entry.seq),
    title: roundEntryInWords(entry),
    meta: (
      <>
        <View>{momentInWords(entry.at, now)}</View>
        {entry.note && <View className="track__note">{entry.note}</View>}
      </>
    ),
    state: 'done',
  }))
}
