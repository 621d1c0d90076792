import { View } from '@tarojs/components'
import { secondsInWords, waitsForHelp, type WishView } from '#core/wishes'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Note } from '@/components/Note'
import type { Second } from '../../useSecond'
import { DETAIL_WORDS, SECOND_WORDS } from '../../words'

export interface SecondsCardProps {
  wish: WishView
  second: Second
}

/** 也想要的邻居: how many homes, of how many that make it more than a wish. */
export function SecondsCard({ wish, second }: SecondsCardProps) {
  const { state, seconds, secondsNeeded, seconded, mayTakeBackSecond } = wish
  const open = waitsForHelp(state)
  if (!open && seconds === 0) return null
  return (
    <Card title={SECOND_WORDS.title} aside={SECOND_WORDS.count(seconds, secondsNeeded)} gap>
      {open && <View className="text--small text--quiet">{secondsInWords(seconds, secondsNeeded)}</View>}
      {seconded && <View className="text text--gap">{SECOND_WORDS.mine}</View>}
      {mayTakeBackSecond && (
        <>
          <Button
            variant="quiet"
            busy={second.busy}
            busyWords={DETAIL_WORDS.sending}
            onPress={() => second.want(false)}
          >
            {SECOND_WORDS.noMore}
          </Button>
          {second.failure && (
            <Note gap tone="late" icon="alert" alert>
              {second.failure.message}
            </Note>
          )}
        </>
      )}
    </Card>
  )
}
