import { useState } from 'react'
import { envelopesLeftInWords, type VoteView } from '#core/votes'
import type { Loaded } from '@/hooks/useLoad'
import { Card } from '@/components/Card'
import { Item } from '@/components/Item'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { PAPER_WORDS } from '../../paper-words'
import { TellerSheet } from '../TellerSheet'

interface PartProps {
  vote: VoteView
  state: Loaded<VoteView>
}

/** What there is to do about ballots on paper: taking envelopes, opening them, naming another teller. */
export function PaperLinks({ vote, state }: PartProps) {
  const [replacing, setReplacing] = useState(false)
  const { communityId, voteId, may, paper } = vote
  if (!paper || !(may.receiveEnvelopes || may.keyEnvelopes || may.replaceTeller)) return null
  const address = { communityId, voteId }
  return (
    <Card flush gap>
      {may.keyEnvelopes && (
        <Item
          icon="pen"
          title={PAPER_WORDS.key}
          text={paper.left === null ? undefined : envelopesLeftInWords(paper.left)}
          onPress={() => goTo(ROUTES.voteKeying, address)}
        />
      )}
      {may.receiveEnvelopes && (
        <Item
          icon="doc"
          title={PAPER_WORDS.receive}
          text={PAPER_WORDS.receiveText}
          onPress={() => goTo(ROUTES.voteEnvelopes, address)}
        />
      )}
      {may.replaceTeller && (
        <Item
          icon="users"
          title={PAPER_WORDS.replace}
          text={PAPER_WORDS.replaceText}
          onPress={() => setReplacing(true)}
        />
      )}
      <TellerSheet open={replacing} vote={vote} state={state} onClose={() => setReplacing(false)} />
    </Card>
  )
}
