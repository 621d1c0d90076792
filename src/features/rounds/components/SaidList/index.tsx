import { View } from '@tarojs/components'
import { STANCE_LABELS, STANCES, type RoundView, type StatementView } from '#core/rounds'
import { WORDS_STATE_NOTES } from '#core/moderation'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { ChoiceList } from '@/components/ChoiceList'
import { FailureNote } from '@/components/FailureNote'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Press } from '@/components/Press'
import { Section } from '@/components/Section'
import { Sheet } from '@/components/Sheet'
import { SkeletonCards } from '@/components/Skeleton'
import { ReportLink } from '@/parts/threads'
import { OPINION_WORDS, STATEMENT_WORDS } from '../../statement-words'
import type { Said } from '../../useOpinions'

export interface SaidListProps {
  communityId: RoundView['communityId']
  said: Said
}

/** Everything that was said, with one's own answers, which can be changed; words can be reported. */
export function SaidList({ communityId, said }: SaidListProps) {
  return (
    <>
      <Section title={OPINION_WORDS.mySaid} />
      <FourFaces
        state={said.state}
        skeleton={<SkeletonCards count={2} />}
        errorTitle={STATEMENT_WORDS.notOpened}
        isEmpty={(all) => all.length === 0}
        empty={
          <Card>
            <View className="text--quiet">{OPINION_WORDS.mySaidEmpty}</View>
          </Card>
        }
      >
        {(all) => (
          <>
            {all.map((one) => (
              <SaidCard
                key={one.statementId}
                one={one}
                communityId={communityId}
                onChange={said.open}
                onWithdraw={said.withdraw}
              />
            ))}
            {said.notWithdrawn && <FailureNote failure={said.notWithdrawn} gap />}
            <MoreButton more={said.more} />
          </>
        )}
      </FourFaces>
      <ChangeSheet said={said} />
    </>
  )
}

interface SaidCardProps {
  one: StatementView
  communityId: string
  onChange: (one: StatementView) => void
  onWithdraw: (one: StatementView) => void
}

function SaidCard({ one, communityId, onChange, onWithdraw }: SaidCardProps) {
  const { text, mine, said, wordsState, statementId, may } = one
  const note = wordsState && WORDS_STATE_NOTES[wordsState]
  return (
    <Card gap>
      <View>{text}</View>
      {mine && <View className="text--small text--quiet">{note ?? OPINION_WORDS.mine2}</View>}
      {!mine && said && (
        <View className="sess">
          <View className="sess__body text--small text--quiet">
            {STATEMENT_WORDS.mySaid(STANCE_LABELS[said])}
          </View>
          <View className="sess__act">
            <Button
              small
              variant="secondary"
              label={STATEMENT_WORDS.label(STATEMENT_WORDS.change, text)}
              onPress={() => onChange(one)}
            >
              {STATEMENT_WORDS.change}
            </Button>
          </View>
        </View>
      )}
      {may.withdraw && (
        <Press
          className="link link--small"
          label={STATEMENT_WORDS.label(STATEMENT_WORDS.withdraw, text)}
          onPress={() => onWithdraw(one)}
        >
          <View>{STATEMENT_WORDS.withdraw}</View>
        </Press>
      )}
      {!mine && <ReportLink communityId={communityId} target={{ kind: 'statement', id: statementId }} />}
    </Card>
  )
}

function ChangeSheet({ said }: { said: Said }) {
  const { changing, failure } = said
  return (
    <Sheet open={changing !== undefined} title={STATEMENT_WORDS.changeTitle} onClose={said.close}>
      {changing && (
        <View>
          <View className="say-card__text">{changing.text}</View>
          <ChoiceList
            label={STATEMENT_WORDS.changeTitle}
            options={STANCES.map((value) => ({ value, title: STANCE_LABELS[value] }))}
            value={changing.said ?? undefined}
            onChange={said.answer}
          />
          {failure && <FailureNote failure={failure} gap />}
        </View>
      )}
    </Sheet>
  )
}
