import { View } from '@tarojs/components'
import { OBJECTION_LENGTH } from '#core/votes'
import { Button } from '@/components/Button'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { OBJECT_WORDS } from '../../roll-words'
import type { Objecting, ObjectTo } from '../../useObject'

interface Asked {
  title: string
  ask: string
  placeholder: string
}

function askedOf({ about, voter, claims }: ObjectTo): Asked {
  if (about === 'result')
    return {
      title: OBJECT_WORDS.titleResult,
      ask: OBJECT_WORDS.askResult,
      placeholder: OBJECT_WORDS.placeholderResult,
    }
  if (claims && !voter)
    return {
      title: OBJECT_WORDS.titleConcerned,
      ask: OBJECT_WORDS.askConcerned,
      placeholder: OBJECT_WORDS.placeholderConcerned,
    }
  return voter
    ? { title: OBJECT_WORDS.titleRoll, ask: OBJECT_WORDS.ask, placeholder: OBJECT_WORDS.placeholder }
    : {
        title: OBJECT_WORDS.titleMissing,
        ask: OBJECT_WORDS.askMissing,
        placeholder: OBJECT_WORDS.placeholderMissing,
      }
}

/** 提异议: what is wrong, in a few words; it and its answer are public. */
export function ObjectSheet({ objecting }: { objecting: Objecting }) {
  const { to, close, text, change, send, busy, failure } = objecting
  const asked = to && askedOf(to)
  return (
    <Sheet open={to !== undefined} title={asked?.title ?? ''} onClose={close}>
      {to && asked && (
        <View>
          {to.voter && <View className="text--quiet">{OBJECT_WORDS.about(to.voter.name)}</View>}
          <Field
            label={asked.ask}
            placeholder={asked.placeholder}
            value={text}
            onChange={change}
            maxLength={OBJECTION_LENGTH}
            multiline
            error={failure?.field === 'text' ? failure.message : undefined}
          />
          <Note gap icon="eye">
            {OBJECT_WORDS.note}
          </Note>
          {failure && failure.field !== 'text' && <FailureNote failure={failure} gap />}
          <View className="sheet__acts">
            <Button busy={busy} busyWords={OBJECT_WORDS.sending} onPress={send}>
              {OBJECT_WORDS.send}
            </Button>
          </View>
        </View>
      )}
    </Sheet>
  )
}
