import { View } from '@tarojs/components'
import { momentInWords } from '#core/calendar'
import { weightInWords, type MyVoter, type VoteView } from '#core/votes'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { ChoiceList } from '@/components/ChoiceList'
import { FailureNote } from '@/components/FailureNote'
import { Note } from '@/components/Note'
import type { Ballot } from '../../useBallot'
import type { Cede } from '../../useCede'
import { BALLOT_WORDS, VOTER_WORDS } from '../../words'

interface PartProps {
  vote: VoteView
  ballot: Ballot
  cede: Cede
}

/** While it is open: for whom one votes, and where those who vote for the same one chose differently. */
export function VotersCard({ vote, ballot, cede }: PartProps) {
  if (!vote.may.cast) return null
  const disputed = vote.voters.filter(({ disputedItems }) => disputedItems.length > 0)
  return (
    <>
      {vote.voters.length > 1 && (
        <Card title={VOTER_WORDS.title(vote.voters.length)}>
          <ChoiceList
            label={VOTER_WORDS.choose}
            options={vote.voters.map((voter) => ({
              value: voter.voterId,
              title: voter.name,
              text: `${weightOf(vote, voter)}，${standingOf(voter)}`,
            }))}
            value={ballot.voter?.voterId}
            onChange={ballot.chooseVoter}
          />
        </Card>
      )}
      {disputed.map((voter) => (
        <DisputeCard key={voter.voterId} vote={vote} voter={voter} ballot={ballot} cede={cede} />
      ))}
    </>
  )
}

function standingOf({ voted, castAt }: MyVoter): string {
  if (voted === 'mine') return VOTER_WORDS.mine(castAt ? momentInWords(castAt, new Date()) : '')
  if (voted === 'proxy') return VOTER_WORDS.proxy
  return voted === 'others' ? VOTER_WORDS.others : VOTER_WORDS.no
}

/** What is voted for by proxy is somebody else's. */
const weightOf = ({ electorate }: VoteView, voter: MyVoter): string =>
  voter.as === 'proxy' ? VOTER_WORDS.byProxy : weightInWords(electorate, voter)

/** Nobody is told what the other chose, only that it isn't the same. */
function DisputeCard({ vote, voter, ballot, cede }: PartProps & { voter: MyVoter }) {
  const titles = vote.items
    .filter(({ itemId }) => voter.disputedItems.includes(itemId))
    .map(({ title }) => `「${title}」`)
  return (
    <Card title={titles.length > 1 ? VOTER_WORDS.disputeTitle : VOTER_WORDS.disputeTitleOne}>
      <Note tone="wait" icon="alert">
        {VOTER_WORDS.dispute(voter.name, titles.join(''))}
      </Note>
      {voter.voted === 'mine' && (
        <View className="vote__acts">
          <View className="vote__act">
            <Button
              small
              variant="secondary"
              onPress={() => ballot.start(voter.voterId)}
              label={`${BALLOT_WORDS.change}，${voter.name}`}
            >
              {BALLOT_WORDS.change}
            </Button>
          </View>
          <View className="vote__act">
            <Button
              small
              variant="quiet"
              busy={cede.busy}
              onPress={() => void cede.cede(voter)}
              label={`${VOTER_WORDS.cede}，${voter.name}`}
            >
              {VOTER_WORDS.cede}
            </Button>
          </View>
        </View>
      )}
      {cede.failure && <FailureNote failure={cede.failure} gap />}
    </Card>
  )
}
