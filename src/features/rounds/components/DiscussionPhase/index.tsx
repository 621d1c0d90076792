import { Card } from '@/components/Card'
import { Item } from '@/components/Item'
import { isWeapp } from '@/platform/device'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { PROJECTOR_WORDS } from '../../statement-words'
import { OutcomesOfRound } from '../OutcomesOfRound'
import type { PhaseProps } from '../phase-props'
import { SessionsOfRound } from '../SessionsOfRound'
import { StatementsOfRound } from '../StatementsOfRound'

/** 开会讨论: which session to come to, what people think of one another's statements, and what came of the topics. */
export function DiscussionPhase({ round, refresh, opening, onMine }: PhaseProps) {
  const { communityId, roundId, may } = round
  return (
    <>
      <SessionsOfRound round={round} refresh={refresh} given={opening?.sessions} onMine={onMine} />
      <StatementsOfRound round={round} given={opening?.statements} />
      <OutcomesOfRound round={round} refresh={refresh} given={opening?.outcomes} />
      {may.convene && !isWeapp && (
        <Card flush gap>
          <Item
            icon="eye"
            title={PROJECTOR_WORDS.open}
            onPress={() => goTo(ROUTES.roundProjector, { communityId, roundId })}
          />
        </Card>
      )}
    </>
  )
}
