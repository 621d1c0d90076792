import { View } from '@tarojs/components'
import { NOTE_LENGTH, OUTCOME_LABELS, OUTCOMES, OWNER_LENGTH, type MatterView } from '#core/matters'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Note } from '@/components/Note'
import { PhotoPicker, useSendWithPhotos } from '@/parts/photos'
import { REASON_ASKS, SHEET_WORDS } from '../../act-words'
import type { Acts } from '../../useActs'
import { DETAIL_WORDS } from '../../words'
import { ChipsAsk } from '../ChipsAsk'
import { SheetFailure } from '../SheetFailure'

export interface WordsFormProps {
  matter: MatterView
  acts: Acts
}

/** A result or a reason, in a sentence. */
export function WordsForm({ matter, acts }: WordsFormProps) {
  if (acts.asking === 'resolve') return <ResultForm matter={matter} acts={acts} />
  return (
    <View>
      <ReasonField acts={acts} />
      {acts.asking === 'return' && <ReturnFields acts={acts} />}
      <SheetFailure acts={acts} besides={['note', 'legalBasis', 'proposedOwner']} />
      <Send acts={acts} words={SHEET_WORDS.sendReason} onPress={() => void acts.send()} />
    </View>
  )
}

/** The reason of the act whose sheet is open, or what was done. */
export function ReasonField({ acts: { asking, draft, change, failure } }: { acts: Acts }) {
  const ask = asking ? REASON_ASKS[asking] : undefined
  return (
    <Field
      label={ask?.ask ?? SHEET_WORDS.noteAsk}
      hint={ask?.hint ?? SHEET_WORDS.noteHint}
      placeholder={ask?.placeholder ?? SHEET_WORDS.notePlaceholder}
      value={draft.note ?? ''}
      onChange={(note) => change({ note })}
      maxLength={NOTE_LENGTH}
      multiline
      required
      error={failure?.field === 'note' ? failure.message : undefined}
    />
  )
}

function ReturnFields({ acts: { draft, change, failure } }: { acts: Acts }) {
  const errorAt = (field: string) => (failure?.field === field ? failure.message : undefined)
  return (
    <>
      <Field
        label={SHEET_WORDS.basisAsk}
        hint={SHEET_WORDS.basisHint}
        placeholder={SHEET_WORDS.basisPlaceholder}
        value={draft.legalBasis ?? ''}
        onChange={(legalBasis) => change({ legalBasis })}
        maxLength={NOTE_LENGTH}
        error={errorAt('legalBasis')}
      />
      <Field
        label={SHEET_WORDS.ownerAsk}
        hint={SHEET_WORDS.ownerHint}
        placeholder={SHEET_WORDS.ownerPlaceholder}
        value={draft.proposedOwner ?? ''}
        onChange={(proposedOwner) => change({ proposedOwner })}
        maxLength={OWNER_LENGTH}
        error={errorAt('proposedOwner')}
      />
      <Note>{SHEET_WORDS.returnNote}</Note>
    </>
  )
}

const OUTCOME_OPTIONS = OUTCOMES.map((value) => ({ value, words: OUTCOME_LABELS[value] }))

/** What came of it, in words and pictures. */
function ResultForm({ matter, acts }: WordsFormProps) {
  const { draft, change, failure } = acts
  const { photos, unsent, waiting, send } = useSendWithPhotos({
    communityId: matter.communityId,
    kept: draft.photos,
    onKept: (kept) => change({ photos: kept }),
    send: acts.send,
  })
  return (
    <View>
      <ChipsAsk
        label={SHEET_WORDS.outcomeAsk}
        options={OUTCOME_OPTIONS}
        value={draft.outcome}
        onChange={(outcome) => change({ outcome })}
        error={failure?.field === 'outcome' ? failure.message : undefined}
      />
      <ReasonField acts={acts} />
      <PhotoPicker photos={photos} label={SHEET_WORDS.photoAsk} error={unsent} />
      <SheetFailure acts={acts} besides={['note', 'outcome']} />
      <Send acts={acts} words={SHEET_WORDS.send} waiting={waiting} onPress={send} />
    </View>
  )
}

interface SendProps {
  acts: Acts
  words: string
  waiting?: boolean
  onPress: () => void
}

/** The button at the end of a sheet. */
export function Send({ acts, words, waiting = false, onPress }: SendProps) {
  return (
    <View className="sheet__acts">
      <Button busy={waiting || acts.busy !== undefined} busyWords={DETAIL_WORDS.sending} onPress={onPress}>
        {words}
      </Button>
    </View>
  )
}
