import { VOTE_TEXT_LENGTH, VOTE_TITLE_LENGTH } from '#core/votes'
import { Card } from '@/components/Card'
import { Field } from '@/components/Field'
import { TEXT } from '../../../../draft-words'
import type { VoteForm } from '../../useVoteDraft'

/** The words that are frozen at notice. */
export function TextStep({ form: { draft, change, errorAt } }: { form: VoteForm }) {
  return (
    <Card>
      <Field
        required
        label={TEXT.title}
        hint={TEXT.counter(draft.title.length, VOTE_TITLE_LENGTH)}
        placeholder={TEXT.titlePlaceholder}
        value={draft.title}
        maxLength={VOTE_TITLE_LENGTH}
        error={errorAt('title')}
        onChange={(title) => change({ title })}
      />
      <Field
        required
        multiline
        label={TEXT.text}
        hint={TEXT.counter(draft.text.length, VOTE_TEXT_LENGTH)}
        placeholder={TEXT.textPlaceholder}
        value={draft.text}
        maxLength={VOTE_TEXT_LENGTH}
        error={errorAt('text')}
        onChange={(text) => change({ text })}
      />
    </Card>
  )
}
