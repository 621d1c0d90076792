import { View } from '@tarojs/components'
import { useState } from 'react'
import { endOfDays, startOfDay } from '#core/calendar'
import { createGridEndpoint } from '#core/places'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { Field } from '@/components/Field'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { GRIDS } from '../../words'
import { DayChoice } from '../DayChoice'
import { PlacesChoice, type ChosenPlace } from '../PlacesChoice'

export interface GridFormProps {
  open: boolean
  communityId: string
  onClose: () => void
  onMade: (gridId: string) => void
}

type Kind = 'grid' | 'functional_grid'
interface Draft {
  kind: Kind
  name: string
  purpose: string
  endsOn: string | undefined
  covers: ChosenPlace[]
}
const EMPTY: Draft = { kind: 'grid', name: '', purpose: '', endsOn: undefined, covers: [] }
type Wrong = Partial<Record<'name' | 'purpose' | 'endsAt' | 'covers', string>>

/** What is missing: a functional grid has a purpose, an end, and covers something from the start. */
function missingIn({ kind, name, purpose, endsOn, covers }: Draft): Wrong {
  const functional = kind === 'functional_grid'
  return {
    ...(name.trim() === '' && { name: GRIDS.nameMissing }),
    ...(functional && purpose.trim() === '' && { purpose: GRIDS.purposeMissing }),
    ...(functional && endsOn === undefined && { endsAt: GRIDS.dayWrong }),
    ...(functional && covers.length === 0 && { covers: GRIDS.placesMissing }),
  }
}

function bodyOf({ kind, name, purpose, endsOn, covers }: Draft) {
  const ids = covers.map(({ id }) => id)
  const basic = { kind, name: name.trim(), covers: ids }
  if (kind === 'grid' || endsOn === undefined) return basic
  return { ...basic, purpose: purpose.trim(), endsAt: endOfDays(startOfDay(endsOn), 0).toISOString() }
}

/** 建一个网格. */
export function GridForm({ open, communityId, onClose, onMade }: GridFormProps) {
  const [draft, setDraft] = useState(EMPTY)
  const [wrong, setWrong] = useState<Wrong>({})
  const { submit, busy, failure, clear } = useSubmit(
    (body: ReturnType<typeof bodyOf>, key) =>
      callEndpoint(createGridEndpoint, { params: { communityId }, body, key }),
    ({ placeId }) => {
      setDraft(EMPTY)
      toast(GRIDS.saved)
      onMade(placeId)
    },
  )
  const change = (changed: Partial<Draft>) => {
    setDraft({ ...draft, ...changed })
    setWrong({})
    clear()
  }
  const save = () => {
    const missing = missingIn(draft)
    setWrong(missing)
    if (Object.keys(missing).length === 0) void submit(bodyOf(draft))
  }
  const errorAt = (field: keyof Wrong) =>
    wrong[field] ?? (failure?.field === field ? failure.message : undefined)
  const unplaced = failure && !['name', 'purpose', 'endsAt', 'covers'].includes(failure.field ?? '')
  return (
    <Sheet open={open} title={GRIDS.add} onClose={onClose}>
      <Basics {...{ draft, change, errorAt }} />
      {draft.kind === 'grid' ? (
        <Note gap>{GRIDS.basicText}</Note>
      ) : (
        <Functional {...{ draft, change, errorAt }} />
      )}
      <View className="ask text--gap-l">{GRIDS.covered}</View>
      <PlacesChoice
        communityId={communityId}
        chosen={draft.covers}
        onChange={(covers) => change({ covers })}
        error={errorAt('covers')}
      />
      {unplaced && (
        <Note tone="late" icon="alert" gap alert>
          {failure.message}
        </Note>
      )}
      <Button className="text--gap-l" onPress={save} busy={busy} busyWords={GRIDS.saveBusy}>
        {GRIDS.save}
      </Button>
    </Sheet>
  )
}

interface PartProps {
  draft: Draft
  change: (changed: Partial<Draft>) => void
  errorAt: (field: keyof Wrong) => string | undefined
}

function Functional({ draft, change, errorAt }: PartProps) {
  return (
    <>
      <Field
        label={GRIDS.purpose}
        placeholder={GRIDS.purposePlaceholder}
        value={draft.purpose}
        onChange={(purpose) => change({ purpose })}
        maxLength={200}
        error={errorAt('purpose')}
        required
      />
      <DayChoice
        label={GRIDS.end}
        last
        value={draft.endsOn}
        onChange={(endsOn) => change({ endsOn })}
        error={errorAt('endsAt')}
      />
    </>
  )
}

/** Which kind of grid, and its name. */
function Basics({ draft, change, errorAt }: PartProps) {
  return (
    <>
      <View className="ask">{GRIDS.kind}</View>
      <Chips
        label={GRIDS.kind}
        columns={2}
        options={[
          { value: 'grid', words: GRIDS.basic },
          { value: 'functional_grid', words: GRIDS.functional },
        ]}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
      />
      <View className="text--gap-l">
        <Field
          label={GRIDS.name}
          placeholder={GRIDS.namePlaceholder}
          value={draft.name}
          onChange={(name) => change({ name })}
          maxLength={40}
          error={errorAt('name')}
          required
        />
      </View>
    </>
  )
}
