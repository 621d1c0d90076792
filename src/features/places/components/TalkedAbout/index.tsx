import { momentInWords } from '#core/calendar'
import { listRoundsEndpoint, type RoundItem } from '#core/rounds'
import { Card } from '@/components/Card'
import { Item } from '@/components/Item'
import { useLoad } from '@/hooks/useLoad'
import { callEndpoint } from '@/platform/call-endpoint'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { DOOR } from '../../words'

/** 这里正在谈: the invitation at the door, for who lives there. Nothing is shown to others, nor where it can't be loaded. */
export function TalkedAbout({ communityId, placeId }: { communityId: string; placeId: string }) {
  const found = useLoad(
    () => callEndpoint(listRoundsEndpoint, { params: { communityId }, query: { list: 'current', placeId } }),
    [communityId, placeId],
  )
  const rounds: RoundItem[] = found.status === 'ready' ? found.data.items : []
  if (rounds.length === 0) return null
  return (
    <Card title={DOOR.talked} gap>
      {rounds.map(({ roundId, question, convenerName, meetsAt }) => (
        <Item
          key={roundId}
          icon="circle"
          tile="round"
          strong
          title={question}
          text={DOOR.talkedBy(
            convenerName,
            meetsAt ? momentInWords(meetsAt, new Date()) : DOOR.talkedWhenOpen,
          )}
          onPress={() => goTo(ROUTES.round, { communityId, roundId })}
        />
      ))}
    </Card>
  )
}
