import { View } from '@tarojs/components'
import { useState } from 'react'
import { momentInWords } from '#core/calendar'
import { OPTION_LABELS, VOTE_ACT_LABELS, type VotePersonAct, type VoteView } from '#core/votes'
import { Button } from '@/components/Button'
import { FailureNote } from '@/components/FailureNote'
import type { IconName } from '@/components/Icon'
import { Item } from '@/components/Item'
import { Sheet } from '@/components/Sheet'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { planVoteActs } from '../../act-plan'
import { isQuick, type Ballot } from '../../useBallot'
import { useDownload } from '../../useDownload'
import type { VoteActs } from '../../useVoteActs'
import { BALLOT_WORDS, LINK_WORDS, VOTE_WORDS, VOTER_WORDS } from '../../words'
import { EditDraft } from '../DraftRoll'

export interface VoteFootProps {
  vote: VoteView
  ballot: Ballot
  acts: VoteActs
}

/** Whether anything at all stands at the foot. */
export function hasFoot({ may, acts }: VoteView): boolean {
  const { primary, others } = planVoteActs({ acts })
  return may.cast || may.readBulletin || may.change || primary !== undefined || others.length > 0
}

/** What the reader may do about a vote: hand in a ballot, act on it, take its record along. */
export function VoteFoot({ vote, ballot, acts }: VoteFootProps) {
  const { communityId, voteId, may } = vote
  const { primary, others } = planVoteActs(vote)
  return (
    <View className="acts">
      {may.cast && <CastPart vote={vote} ballot={ballot} />}
      {primary && (
        <Button icon={primary === 'certify' ? 'ok' : 'horn'} onPress={() => acts.press(primary)}>
          {VOTE_ACT_LABELS[primary]}
        </Button>
      )}
      {may.change && (
        <View className={primary ? 'text--gap' : undefined}>
          <EditDraft onPress={() => goTo(ROUTES.voteDraft, { communityId, voteId })} />
        </View>
      )}
      {may.readBulletin && <Download vote={vote} first={!primary} />}
      <Others others={others} acts={acts} />
    </View>
  )
}

const ICONS: Record<keyof typeof OPTION_LABELS, IconName> = { approve: 'ok', against: 'no', abstain: 'minus' }
const ANSWERS = ['approve', 'against', 'abstain'] as const

/** Three equal answers, or the way to what there is to choose; who has handed in may change it. */
function CastPart({ vote, ballot }: Pick<VoteFootProps, 'vote' | 'ballot'>) {
  const { voter, changing } = ballot
  if (voter?.voted === 'mine' && !changing) {
    return (
      <>
        <Button variant="secondary" block onPress={() => ballot.start()}>
          {BALLOT_WORDS.change}
        </Button>
        <View className="acts__note">
          {BALLOT_WORDS.cast(voter.castAt ? momentInWords(voter.castAt, new Date()) : '')}
        </View>
      </>
    )
  }
  const [item] = vote.items
  const ask = vote.voters.length > 1 && voter ? BALLOT_WORDS.forWhom(voter.name) : undefined
  return (
    <>
      {ask && <View className="acts__ask">{ask}</View>}
      {voter?.voted === 'proxy' && <View className="acts__note">{VOTER_WORDS.proxyNote}</View>}
      {voter?.voted === 'others' && voter.as === 'own' && (
        <View className="acts__note">{VOTER_WORDS.othersNote}</View>
      )}
      {isQuick(vote) && item ? (
        <View className="pair">
          {ANSWERS.map((answer, index) => (
            <Button
              key={answer}
              variant="equal"
              icon={ICONS[answer]}
              className={index > 0 ? 'btn--stack pair__next' : 'btn--stack'}
              onPress={() => ballot.review({ [item.itemId]: answer })}
            >
              {OPTION_LABELS[answer]}
            </Button>
          ))}
        </View>
      ) : (
        <Button icon="vote" onPress={() => ballot.start()}>
          {BALLOT_WORDS.start}
        </Button>
      )}
      <View className="acts__note">{isQuick(vote) ? BALLOT_WORDS.note : BALLOT_WORDS.startNote}</View>
      {changing && (
        <Button variant="quiet" block onPress={ballot.leave}>
          {BALLOT_WORDS.keep}
        </Button>
      )}
    </>
  )
}

function Download({ vote, first }: { vote: VoteView; first: boolean }) {
  const { submit, busy, failure } = useDownload(vote)
  return (
    <>
      {failure && (
        <View className="acts__failure acts__failure--inside">
          <FailureNote failure={failure} />
        </View>
      )}
      <Button
        variant={first ? 'primary' : 'secondary'}
        className={first ? undefined : 'text--gap'}
        block
        icon="save"
        busy={busy}
        busyWords={LINK_WORDS.downloading}
        onPress={() => void submit()}
      >
        {LINK_WORDS.download}
      </Button>
      <View className="acts__note">{LINK_WORDS.downloadNote}</View>
    </>
  )
}

function Others({ others, acts }: { others: readonly VotePersonAct[]; acts: VoteActs }) {
  const [open, setOpen] = useState(false)
  const [only] = others
  if (only === undefined) return null
  if (others.length === 1) {
    return (
      <Button variant="quiet" block onPress={() => acts.press(only)}>
        {VOTE_ACT_LABELS[only]}
      </Button>
    )
  }
  return (
    <>
      <Button variant="quiet" block onPress={() => setOpen(true)}>
        {VOTE_WORDS.moreActs}
      </Button>
      <Sheet open={open} title={VOTE_WORDS.moreActsTitle} onClose={() => setOpen(false)}>
        {others.map((act) => (
          <Item
            key={act}
            title={VOTE_ACT_LABELS[act]}
            onPress={() => {
              setOpen(false)
              acts.press(act)
            }}
          />
        ))}
      </Sheet>
    </>
  )
}
