import { View } from '@tarojs/components'
import { useState } from 'react'
import { momentInWords } from '#core/calendar'
import {
  BALLOT_STATUS_LABELS,
  countFigure,
  listMyBallotsEndpoint,
  type Bulletin,
  type VoteView,
} from '#core/votes'
import { Card } from '@/components/Card'
import { Facts } from '@/components/Facts'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { Bone, Skeleton } from '@/components/Skeleton'
import { useLoad } from '@/hooks/useLoad'
import { callEndpoint } from '@/platform/call-endpoint'
import { optionsInWords } from '../../../../components/ByUnitSheet'
import { RECOUNT_WORDS } from '../../../../roll-words'
import { MINE_WORDS } from '../../../../words'

export interface MyBallotsProps {
  vote: VoteView
  bulletin: Bulletin
}

interface Sought {
  name: string
  receipt: string
}

/** 我的那一票 in the record: found by its receipt, shown when it is asked for, and not beside the receipt (domain.md 7). */
export function MyBallots({ vote, bulletin }: MyBallotsProps) {
  const { communityId, voteId } = vote
  const [sought, setSought] = useState<Sought>()
  const state = useLoad(
    () => callEndpoint(listMyBallotsEndpoint, { params: { communityId, voteId } }),
    [communityId, voteId],
  )
  return (
    <Card title={RECOUNT_WORDS.mine} gap>
      <FourFaces
        state={state}
        errorTitle={RECOUNT_WORDS.mineFailed}
        skeleton={
          <Skeleton>
            <Bone width={50} />
          </Skeleton>
        }
        isEmpty={({ items }) => items.length === 0}
        empty={<View className="text--quiet">{RECOUNT_WORDS.mineNone}</View>}
      >
        {({ items }) => (
          <>
            <View className="text--small text--quiet">{RECOUNT_WORDS.mineText}</View>
            {items.map(({ name, receipt, channel, mine, castAt }) => (
              <Item
                key={receipt}
                icon="key"
                title={RECOUNT_WORDS.find(name)}
                text={MINE_WORDS.castAt(momentInWords(castAt, new Date()), { channel, mine })}
                onPress={() => setSought({ name, receipt })}
              />
            ))}
          </>
        )}
      </FourFaces>
      <Sheet
        open={sought !== undefined}
        title={sought ? RECOUNT_WORDS.find(sought.name) : ''}
        onClose={() => setSought(undefined)}
      >
        {sought && <Found vote={vote} bulletin={bulletin} receipt={sought.receipt} />}
      </Sheet>
    </Card>
  )
}

function Found({ vote, bulletin, receipt }: MyBallotsProps & { receipt: string }) {
  const ballot = bulletin.ballots.find((one) => one.receipt === receipt)
  if (!ballot) {
    return (
      <Note tone="wait" icon="alert" title={RECOUNT_WORDS.notFound}>
        {RECOUNT_WORDS.notFoundText}
      </Note>
    )
  }
  return (
    <>
      <View className="text--strong">{BALLOT_STATUS_LABELS[ballot.status]}</View>
      <View className="text--small text--quiet text--gap">
        {RECOUNT_WORDS.found(ballot.seq, countFigure(bulletin.ballots.length))}
      </View>
      <Facts
        facts={vote.items.map(({ itemId, title }) => ({
          name: title,
          value: optionsInWords(ballot.choices[itemId]),
        }))}
      />
    </>
  )
}
