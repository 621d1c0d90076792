import { DESK_LIST_LABELS, type SavedFilter } from '#core/matters'
import { Card } from '@/components/Card'
import { Item } from '@/components/Item'
import { Section } from '@/components/Section'
import { DESK_WORDS } from '../../../../words'
import type { Filters } from '../../useFilters'

export interface SavedFiltersProps {
  filters: Filters
  onShow: (filter: SavedFilter) => void
}

/** 我存的筛选, on a phone. */
export function SavedFilters({ filters: { saved }, onShow }: SavedFiltersProps) {
  if (saved.length === 0) return null
  return (
    <>
      <Section title={DESK_WORDS.saved} />
      <Card flush>
        {saved.map((filter) => (
          <Item
            key={filter.filterId}
            icon="search"
            title={filter.name}
            value={DESK_LIST_LABELS[filter.list]}
            onPress={() => onShow(filter)}
          />
        ))}
      </Card>
    </>
  )
}
