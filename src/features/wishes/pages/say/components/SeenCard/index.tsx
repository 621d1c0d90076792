import { SHOWN_AS } from '#core/matters'
import { WISH_SCOPE_LABELS } from '#core/wishes'
import { Card } from '@/components/Card'
import { ChoiceList } from '@/components/ChoiceList'
import { SAY_WORDS } from '../../../../say-words'
import { errorAt } from '../../error-at'
import { originFor, scopeFor } from '../../say-draft'
import type { SayForm } from '../../useSayWish'
import { ChoiceRow } from '../ChoiceRow'

interface PartProps {
  form: SayForm
}

/** To whom it is said, and as whom. */
export function SeenCard({ form }: PartProps) {
  const { draft, start } = form
  return (
    <Card flush gap>
      {!draft.forOther && start.own.length > 1 && <HomeRow form={form} />}
      <ScopeRow form={form} />
      <NameRow form={form} />
    </Card>
  )
}

/** Of several homes: from which. */
function HomeRow({ form: { draft, change, start } }: PartProps) {
  const origin = originFor(start, draft)
  return (
    <ChoiceRow
      icon="house"
      title={SAY_WORDS.home}
      value={origin?.name ?? ''}
      sheetTitle={SAY_WORDS.homeSheet}
    >
      {(close) => (
        <ChoiceList
          label={SAY_WORDS.homeSheet}
          options={start.own.map(({ placeId, name }) => ({ value: placeId, title: name }))}
          value={origin?.placeId}
          onChange={(originId) => {
            close()
            change({ originId, scope: undefined })
          }}
        />
      )}
    </ChoiceRow>
  )
}

function ScopeRow({ form }: PartProps) {
  const { draft, change, start } = form
  const origin = originFor(start, draft)
  const chosen = scopeFor(draft, origin)
  if (!origin) return null
  return (
    <ChoiceRow
      icon="users"
      title={SAY_WORDS.seen}
      value={chosen ? `${WISH_SCOPE_LABELS[chosen.scope]}（${chosen.name}）` : ''}
      sheetTitle={SAY_WORDS.seenSheet}
      error={errorAt(form, 'scope')}
    >
      {(close) => (
        <ChoiceList
          label={SAY_WORDS.seenSheet}
          options={origin.scopes.map(({ scope, name }) => ({
            value: scope,
            title: WISH_SCOPE_LABELS[scope],
            text: name,
          }))}
          value={chosen?.scope}
          onChange={(scope) => {
            close()
            change({ scope })
          }}
        />
      )}
    </ChoiceRow>
  )
}

const NAMES = SHOWN_AS.map((value) => ({
  value,
  title: SAY_WORDS.shownAsNames[value],
  text: SAY_WORDS.shownAsTexts[value],
}))

function NameRow({ form: { draft, change, start } }: PartProps) {
  const options = start.nickname
    ? NAMES.map((one) => (one.value === 'nickname' ? { ...one, title: start.nickname ?? one.title } : one))
    : NAMES
  const value = options.find((one) => one.value === draft.shownAs)?.title ?? ''
  return (
    <ChoiceRow icon="eye" title={SAY_WORDS.shownAs} value={value} sheetTitle={SAY_WORDS.shownAsSheet}>
      {(close) => (
        <ChoiceList
          label={SAY_WORDS.shownAsSheet}
          options={options}
          value={draft.shownAs}
          onChange={(shownAs) => {
            close()
            change({ shownAs })
          }}
        />
      )}
    </ChoiceRow>
  )
}
