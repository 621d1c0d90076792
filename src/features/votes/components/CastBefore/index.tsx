import { View } from '@tarojs/components'
import { isOpen, type VoteView } from '#core/votes'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureNote } from '@/components/FailureNote'
import type { Cede } from '../../useCede'
import { VOTER_WORDS } from '../../words'

/** While it is open: what one cast for a home that one left since. It stays, unless one takes it back. */
export function CastBefore({ vote, cede }: { vote: VoteView; cede: Cede }) {
  if (!isOpen(vote.state)) return null
  return (
    <>
      {vote.castBefore.map(({ voterId, name }) => (
        <Card key={voterId} title={VOTER_WORDS.leftTitle}>
          <View>{VOTER_WORDS.left(name)}</View>
          <View className="vote__acts">
            <Button
              small
              variant="quiet"
              busy={cede.busy}
              onPress={() => void cede.cede({ voterId })}
              label={`${VOTER_WORDS.cede}，${name}`}
            >
              {VOTER_WORDS.cede}
            </Button>
          </View>
          {cede.failure && <FailureNote failure={cede.failure} gap />}
        </Card>
      ))}
    </>
  )
}
