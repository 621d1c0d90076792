import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  createPlaceEndpoint,
  fitsIn,
  PLACE_KINDS,
  PLACE_LABELS,
  type PlaceKind,
  type PlaceView,
} from '#core/places'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { Field } from '@/components/Field'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { PLACES } from '../../words'

type Built = Exclude<PlaceKind, 'grid' | 'functional_grid'>
const isBuilt = (kind: PlaceKind): kind is Built => kind !== 'grid' && kind !== 'functional_grid'

export interface PlaceFormProps {
  open: boolean
  communityId: string
  /** Undefined: right below the community. */
  parent: PlaceView | undefined
  onClose: () => void
  onAdded: () => void
}

/** 添一处: what it is and what it is called. Only what may stand there is offered. */
export function PlaceForm({ open, communityId, parent, onClose, onAdded }: PlaceFormProps) {
  const kinds = PLACE_KINDS.filter(isBuilt).filter((one) => fitsIn(one, parent?.kind ?? 'community'))
  const [chosen, setKind] = useState<Built>()
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  const kind = chosen && kinds.includes(chosen) ? chosen : kinds[0]
  const { submit, busy, failure, clear } = useSubmit(
    (body: { parentId: string | null; kind: Built; name: string }, key) =>
      callEndpoint(createPlaceEndpoint, { params: { communityId }, body, key }),
    () => {
      setName('')
      toast(PLACES.added)
      onAdded()
    },
  )
  const save = () => {
    setMissing(name.trim() === '')
    if (name.trim() !== '' && kind)
      void submit({ parentId: parent?.placeId ?? null, kind, name: name.trim() })
  }
  const nameWrong = missing ? PLACES.nameMissing : failure?.field === 'name' ? failure.message : undefined
  return (
    <Sheet open={open} title={parent ? PLACES.add : PLACES.addTop} onClose={onClose}>
      <View className="ask">{PLACES.kind}</View>
      <Chips
        label={PLACES.kind}
        columns={3}
        options={kinds.map((one) => ({ value: one, words: PLACE_LABELS[one] }))}
        value={kind}
        onChange={setKind}
      />
      <View className="text--gap-l">
        <Field
          label={PLACES.name}
          placeholder={PLACES.namePlaceholder}
          value={name}
          onChange={(next) => {
            setName(next)
            setMissing(false)
            clear()
          }}
          maxLength={40}
          error={nameWrong}
          required
        />
      </View>
      {failure && failure.field !== 'name' && (
        <Note tone="late" icon="alert" gap alert>
          {failure.message}
        </Note>
      )}
      <Button className="text--gap-l" onPress={save} busy={busy} busyWords={PLACES.busy}>
        {PLACES.save}
      </Button>
    </Sheet>
  )
}
