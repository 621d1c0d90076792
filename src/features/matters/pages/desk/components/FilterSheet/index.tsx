import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  CHANNEL_LABELS,
  CHANNELS,
  FILTER_NAME_LENGTH,
  SERVICES,
  type SavedFilter,
  type ServiceCode,
} from '#core/matters'
import { pathName } from '#core/places'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { Field } from '@/components/Field'
import { Item } from '@/components/Item'
import { Sheet } from '@/components/Sheet'
import { TreePicker } from '@/components/TreePicker'
import { confirm } from '@/platform/feedback'
import { loadPlaces } from '../../../../load-places'
import { DESK_WORDS } from '../../../../words'
import type { Desk, NamedFilter } from '../../useDesk'
import type { Filters } from '../../useFilters'

export interface FilterSheetProps {
  open: boolean
  desk: Desk
  filters: Filters
  onClose: () => void
}

const SERVICE_OPTIONS = SERVICES.map(({ code, name }) => ({ value: code as ServiceCode, words: name }))
const CHANNEL_OPTIONS = CHANNELS.map((value) => ({ value, words: CHANNEL_LABELS[value] }))

/** 筛选: by category, by how it came in, by place; kept under a name when it is needed again. */
export function FilterSheet({ open, desk, filters, onClose }: FilterSheetProps) {
  return (
    <Sheet open={open} title={DESK_WORDS.filter} onClose={onClose}>
      <Form desk={desk} filters={filters} onClose={onClose} />
    </Sheet>
  )
}

function Form({ desk, filters, onClose }: Omit<FilterSheetProps, 'open'>) {
  const [filter, setFilter] = useState<NamedFilter>(desk.filter)
  const change = (part: NamedFilter) => setFilter((now) => ({ ...now, ...part }))
  const communityId = desk.head?.community?.communityId
  const apply = () => {
    desk.show(desk.list, filter)
    onClose()
  }
  const save = async (name: string) => {
    if (await filters.save(name, desk.list, filter)) apply()
  }
  return (
    <View>
      <View className="ask">{DESK_WORDS.filterService}</View>
      <Chips
        label={DESK_WORDS.filterService}
        columns={2}
        options={SERVICE_OPTIONS}
        value={filter.serviceCode}
        onChange={(code) => change({ serviceCode: code === filter.serviceCode ? undefined : code })}
      />
      <View className="ask text--gap-l">{DESK_WORDS.filterChannel}</View>
      <Chips
        label={DESK_WORDS.filterChannel}
        columns={2}
        options={CHANNEL_OPTIONS}
        value={filter.channel}
        onChange={(channel) => change({ channel: channel === filter.channel ? undefined : channel })}
      />
      {communityId && <PlaceRow communityId={communityId} filter={filter} onChange={change} />}
      <View className="sheet__acts">
        <Button onPress={apply}>{DESK_WORDS.filterApply}</Button>
        <Button
          variant="quiet"
          block
          onPress={() => {
            desk.show(desk.list)
            onClose()
          }}
        >
          {DESK_WORDS.filterNone}
        </Button>
      </View>
      <Keep filters={filters} onSave={(name) => void save(name)} />
      <Forget filters={filters} />
    </View>
  )
}

/** Under a name, for the next time. */
function Keep({ filters, onSave }: { filters: Filters; onSave: (name: string) => void }) {
  const [name, setName] = useState('')
  return (
    <>
      <Field
        label={DESK_WORDS.filterName}
        hint={DESK_WORDS.filterNameHint}
        placeholder={DESK_WORDS.filterNamePlaceholder}
        value={name}
        onChange={(text) => {
          filters.clear()
          setName(text)
        }}
        maxLength={FILTER_NAME_LENGTH}
        error={filters.failure?.message}
      />
      <Button
        variant="secondary"
        busy={filters.busy}
        busyWords={DESK_WORDS.filterSaving}
        onPress={() => onSave(name)}
      >
        {DESK_WORDS.filterSave}
      </Button>
    </>
  )
}

/** Saved ones that are not needed any more. */
function Forget({ filters: { saved, drop } }: { filters: Filters }) {
  if (saved.length === 0) return null
  const forget = async ({ filterId, name }: SavedFilter) => {
    const question = { title: DESK_WORDS.filterDropAsk(name), yes: DESK_WORDS.filterDrop }
    if (await confirm(question)) drop(filterId)
  }
  return (
    <View className="text--gap-l">
      <View className="ask">{DESK_WORDS.filterForget}</View>
      {saved.map((filter) => (
        <Item
          key={filter.filterId}
          icon="minus"
          title={filter.name}
          label={DESK_WORDS.filterDropOne(filter.name)}
          onPress={() => void forget(filter)}
        />
      ))}
    </View>
  )
}

interface PlaceRowProps {
  communityId: string
  filter: NamedFilter
  onChange: (part: NamedFilter) => void
}

function PlaceRow({ communityId, filter, onChange }: PlaceRowProps) {
  const [choosing, setChoosing] = useState(false)
  if (!choosing) {
    return (
      <Item
        icon="pin"
        title={DESK_WORDS.filterPlace}
        value={filter.placeName ?? DESK_WORDS.filterAnywhere}
        onPress={() => setChoosing(true)}
      />
    )
  }
  return (
    <TreePicker
      load={(parentId, cursor) => loadPlaces(communityId, parentId, cursor)}
      canChoose={() => true}
      onChoose={({ id }, path) => {
        setChoosing(false)
        onChange({ placeId: id, placeName: pathName(path) })
      }}
    />
  )
}
