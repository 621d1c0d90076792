import { View } from '@tarojs/components'
import {
  STANCE_LABELS,
  STANCES,
  STATEMENT_LENGTH,
  type AskedView,
  type RoundView,
  type Stance,
} from '#core/rounds'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { FourFaces } from '@/components/FourFaces'
import { Icon, type IconName } from '@/components/Icon'
import { Note } from '@/components/Note'
import { Press } from '@/components/Press'
import { Section } from '@/components/Section'
import { Sheet } from '@/components/Sheet'
import { SkeletonCards } from '@/components/Skeleton'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { STATEMENT_WORDS } from '../../statement-words'
import { useStatements, type Statements, type StatementsOnPage, type Writing } from '../../useStatements'
import { MetCard } from '../MetCard'

export interface StatementsOfRoundProps {
  round: Pick<RoundView, 'communityId' | 'roundId'>
  given?: StatementsOnPage | undefined
}

/** 这句话，您怎么看: one statement at a time, and where those who differ meet. */
export function StatementsOfRound({ round, given }: StatementsOfRoundProps) {
  const statements = useStatements(round, given)
  const { state, writing } = statements
  const asked = state.status === 'ready' ? state.data.asked : undefined
  return (
    <>
      <Section
        title={STATEMENT_WORDS.title}
        {...(asked?.statement ? { count: STATEMENT_WORDS.numbered(asked.answered + 1, asked.of) } : {})}
      />
      <FourFaces state={state} skeleton={<SkeletonCards count={1} />} errorTitle={STATEMENT_WORDS.notOpened}>
        {(page) => <Shown page={page} statements={statements} round={round} />}
      </FourFaces>
      <AddSheet writing={writing} />
    </>
  )
}

interface ShownProps {
  page: StatementsOnPage
  statements: Statements
  round: Pick<RoundView, 'communityId' | 'roundId'>
}

function Shown({ page: { asked, opinions }, statements, round: { communityId, roundId } }: ShownProps) {
  const more = () => goTo(ROUTES.roundOpinions, { communityId, roundId })
  const [met] = opinions.picture?.meets ?? []
  const mayWrite = asked.may.answer
  return (
    <>
      <Card>
        <Asked asked={asked} statements={statements} />
        {statements.failure && <FailureNote failure={statements.failure} gap />}
        {mayWrite && (
          <Press className="link link--small link--mid" onPress={statements.writing.start}>
            <Icon name="plus" size="s" lead />
            <View>{STATEMENT_WORDS.add}</View>
          </Press>
        )}
        {!met && (
          <Press className="link link--small link--mid" onPress={more}>
            <View>{STATEMENT_WORDS.all}</View>
          </Press>
        )}
      </Card>
      {met && <MetCard met={met} onMore={more} />}
    </>
  )
}

const ICONS: Record<Stance, IconName> = { agree: 'check', disagree: 'cross', pass: 'skip' }

function Asked({ asked: { statement, of, may }, statements }: { asked: AskedView; statements: Statements }) {
  if (!may.answer) return <View className="text--quiet">{STATEMENT_WORDS.over}</View>
  if (!statement)
    return <View className="text--quiet">{of === 0 ? STATEMENT_WORDS.none : STATEMENT_WORDS.allDone}</View>
  return (
    <>
      <View className="say-card__text">{statement.text}</View>
      <View className="pair">
        {STANCES.map((stance, index) => (
          <Button
            key={stance}
            variant="equal"
            icon={ICONS[stance]}
            className={index > 0 ? 'btn--stack pair__next' : 'btn--stack'}
            busy={statements.busy}
            label={STATEMENT_WORDS.label(STANCE_LABELS[stance], statement.text)}
            onPress={() => statements.answer(statement, stance)}
          >
            {STANCE_LABELS[stance]}
          </Button>
        ))}
      </View>
      <View className="text--small text--quiet text--gap">{STATEMENT_WORDS.secret}</View>
    </>
  )
}

function AddSheet({ writing }: { writing: Writing }) {
  const { failure } = writing
  return (
    <Sheet open={writing.open} title={STATEMENT_WORDS.add} onClose={writing.close}>
      {writing.open && (
        <View>
          <Field
            label={STATEMENT_WORDS.addAsk}
            hint={STATEMENT_WORDS.addHint}
            placeholder={STATEMENT_WORDS.addPlaceholder}
            value={writing.text}
            onChange={writing.change}
            maxLength={STATEMENT_LENGTH}
            multiline
            error={failure?.field === 'text' ? failure.message : undefined}
          />
          <Note gap>{STATEMENT_WORDS.addNote}</Note>
          {failure && failure.field !== 'text' && <FailureNote failure={failure} gap />}
          <View className="sheet__acts">
            <Button busy={writing.busy} busyWords={STATEMENT_WORDS.sending} onPress={writing.send}>
              {STATEMENT_WORDS.add}
            </Button>
          </View>
        </View>
      )}
    </Sheet>
  )
}
