import {
  deleteDeskFilterEndpoint,
  listDeskFiltersEndpoint,
  saveDeskFilterEndpoint,
  type DeskList,
  type SavedFilter,
} from '#core/matters'
import { useLoad } from '@/hooks/useLoad'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { DESK_WORDS } from '../../words'
import type { NamedFilter } from './useDesk'

export interface Filters {
  saved: readonly SavedFilter[]
  save: (name: string, list: DeskList, filter: NamedFilter) => Promise<boolean>
  drop: (filterId: string) => void
  busy: boolean
  failure?: Failure
  clear: () => void
}

/** 我存的筛选: they are few, and the desk works without them. */
export function useFilters(communityId: string | undefined): Filters {
  const load = async (): Promise<SavedFilter[]> =>
    communityId ? (await callEndpoint(listDeskFiltersEndpoint, { params: { communityId } })).items : []
  const state = useLoad(load, [communityId])
  const again = () => void state.refresh()
  const save = useSubmit(
    ({ name, list, filter }: { name: string; list: DeskList; filter: NamedFilter }, key) => {
      const { serviceCode, channel, placeId } = filter
      return callEndpoint(saveDeskFilterEndpoint, {
        params: { communityId: communityId ?? '' },
        body: { name, list, serviceCode, channel, placeId },
        key,
      })
    },
    () => {
      toast(DESK_WORDS.filterSaved)
      again()
    },
  )
  const drop = useSubmit(
    ({ filterId }: { filterId: string }, key) =>
      callEndpoint(deleteDeskFilterEndpoint, {
        params: { communityId: communityId ?? '', filterId },
        key,
      }),
    again,
  )
  return {
    saved: state.status === 'ready' ? state.data : [],
    save: (name, list, filter) => save.submit({ name, list, filter }),
    drop: (filterId) => void drop.submit({ filterId }),
    busy: save.busy,
    failure: save.failure ?? drop.failure,
    clear: () => {
      save.clear()
      drop.clear()
    },
  }
}
