import { View } from '@tarojs/components'
import { ACT_LABELS, NOTE_LENGTH, OUTCOME_LABELS, OUTCOMES, type MatterView } from '#core/matters'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { State } from '@/components/State'
import { SheetFailure } from '../SheetFailure'
import { TeamList } from '../TeamList'
import type { Acts } from '../../useActs'
import { DETAIL_WORDS, REASON_ASKS, SHEET_WORDS } from '../../words'

export interface ActSheetProps {
  matter: MatterView
  acts: Acts
}

/** What an act asks for before it is sent: a team, a result, or a reason. */
export function ActSheet({ matter, acts }: ActSheetProps) {
  const { asking, close } = acts
  const title = asking === 'assign' ? SHEET_WORDS.teamTitle : asking ? ACT_LABELS[asking] : ''
  return (
    <Sheet open={asking !== undefined} title={title} onClose={close}>
      {asking === 'assign' ? <TeamList matter={matter} acts={acts} /> : <WordsForm acts={acts} />}
    </Sheet>
  )
}

const OUTCOME_OPTIONS = OUTCOMES.map((value) => ({ value, words: OUTCOME_LABELS[value] }))

function WordsForm({ acts }: { acts: Acts }) {
  const { asking, failure, note, write } = acts
  const ask = asking ? REASON_ASKS[asking] : undefined
  return (
    <View>
      {asking === 'resolve' && <OutcomeChoice acts={acts} />}
      <Field
        label={ask?.ask ?? SHEET_WORDS.noteAsk}
        hint={ask?.hint ?? SHEET_WORDS.noteHint}
        placeholder={ask?.placeholder ?? SHEET_WORDS.notePlaceholder}
        value={note}
        onChange={write}
        maxLength={NOTE_LENGTH}
        multiline
        required
        error={failure?.field === 'note' ? failure.message : undefined}
      />
      <SheetFailure acts={acts} besides={['note', 'outcome']} />
      <View className="sheet__acts">
        <Button busy={acts.busy !== undefined} busyWords={DETAIL_WORDS.sending} onPress={() => acts.send()}>
          {asking === 'resolve' ? SHEET_WORDS.send : SHEET_WORDS.sendReason}
        </Button>
      </View>
    </View>
  )
}

function OutcomeChoice({ acts: { outcome, choose, failure } }: { acts: Acts }) {
  return (
    <View className="field">
      <View className="ask">{SHEET_WORDS.outcomeAsk}</View>
      <View className="text--gap sheet__chips">
        <Chips
          label={SHEET_WORDS.outcomeAsk}

          options={OUTCOME_OPTIONS}
          value={outcome}
          onChange={choose}
        />
      </View>
      {failure?.field === 'outcome' && (
        <State icon="alert" tone="late">
          {failure.message}
        </State>
      )}
    </View>
  )
}
