import { dateInWords, startOfDay } from '#core/calendar'
import { WISH_WHEN_LENGTH, WISH_WHERE_LENGTH } from '#core/wishes'
import { Card } from '@/components/Card'
import { Field } from '@/components/Field'
import { DayList } from '../../../../components/DayList'
import { SAY_WORDS } from '../../../../say-words'
import { errorAt } from '../../error-at'
import type { SayForm } from '../../useSayWish'
import { ChoiceRow } from '../ChoiceRow'

/** By when, when it suits, and where to meet: all of it for who likes. */
export function WhenCard({ form }: { form: SayForm }) {
  const { draft, change } = form
  return (
    <>
      <Card flush gap>
        <ChoiceRow
          icon="calendar"
          title={SAY_WORDS.by}
          value={draft.wantedBy ? dateInWords(startOfDay(draft.wantedBy)) : SAY_WORDS.noHurry}
          sheetTitle={SAY_WORDS.bySheet}
          error={errorAt(form, 'wantedBy')}
        >
          {(close) => (
            <DayList
              label={SAY_WORDS.bySheet}
              value={draft.wantedBy}
              onChange={(wantedBy) => {
                close()
                change({ wantedBy })
              }}
            />
          )}
        </ChoiceRow>
      </Card>
      <Card>
        <Field
          label={SAY_WORDS.whenSuits}
          hint={SAY_WORDS.optional}
          placeholder={SAY_WORDS.whenSuitsPlaceholder}
          value={draft.whenSuits}
          onChange={(whenSuits) => change({ whenSuits })}
          maxLength={WISH_WHEN_LENGTH}
          error={errorAt(form, 'whenSuits')}
        />
        <Field
          label={SAY_WORDS.where}
          hint={SAY_WORDS.optional}
          placeholder={SAY_WORDS.wherePlaceholder}
          value={draft.where}
          onChange={(where) => change({ where })}
          maxLength={WISH_WHERE_LENGTH}
          error={errorAt(form, 'where')}
        />
      </Card>
    </>
  )
}
