import { View } from '@tarojs/components'
import {
  VOID_GROUND_LABELS,
  VOTE_ACT_LABELS,
  VOTE_REASON_LENGTH,
  type VoidGround,
  type VotePersonAct,
} from '#core/votes'
import { Button } from '@/components/Button'
import { ChoiceList } from '@/components/ChoiceList'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { CONSEQUENCES, NOTE_ASKS, SHEET_WORDS } from '../../act-words'
import type { VoteActs } from '../../useVoteActs'
import { VOTE_WORDS } from '../../words'

/** What an act asks for before it is sent, and what it leads to. */
export function ActSheet({ acts }: { acts: VoteActs }) {
  const { asking, close } = acts
  return (
    <Sheet open={asking !== undefined} title={asking ? VOTE_ACT_LABELS[asking] : ''} onClose={close}>
      {asking && <Form key={asking} act={asking} acts={acts} />}
    </Sheet>
  )
}

const GROUNDS = Object.keys(VOID_GROUND_LABELS) as VoidGround[]

function Form({ act, acts }: { act: VotePersonAct; acts: VoteActs }) {
  const { failure, note, change, ground, chooseGround, busy, send } = acts
  const ask = NOTE_ASKS[act]
  return (
    <View>
      {act === 'ask_void' && (
        <View className="field">
          <View className="ask">{SHEET_WORDS.ground}</View>
          <ChoiceList
            label={SHEET_WORDS.ground}
            options={GROUNDS.map((value) => ({ value, title: VOID_GROUND_LABELS[value] }))}
            value={ground}
            onChange={chooseGround}
          />
        </View>
      )}
      {ask && (
        <Field
          label={ask.ask}
          hint={ask.hint}
          placeholder={ask.placeholder}
          value={note}
          onChange={change}
          maxLength={VOTE_REASON_LENGTH}
          multiline
          error={failure?.field === 'note' ? failure.message : undefined}
        />
      )}
      <Note gap>{CONSEQUENCES[act]}</Note>
      {failure && failure.field !== 'note' && <FailureNote failure={failure} gap />}
      <View className="sheet__acts">
        <Button busy={busy} busyWords={VOTE_WORDS.sending} onPress={send}>
          {VOTE_ACT_LABELS[act]}
        </Button>
      </View>
    </View>
  )
}
