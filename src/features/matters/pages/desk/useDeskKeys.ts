import { focusedId, useKeys } from '@/platform/keys'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { rowId } from '../../useRowKeys'
import { openReport, openWorkList } from './open-from-desk'
import type { Batch } from './useBatch'
import type { Desk } from './useDesk'

interface DeskKeys {
  desk: Desk
  batch: Batch
  onSheet: (sheet: 'filter' | 'keys') => void
}

/** The desk by keyboard, besides J, K and Enter of its list. */
export function useDeskKeys({ desk, batch, onSheet }: DeskKeys): void {
  const communityId = desk.head?.community?.communityId
  const tickFocused = () => {
    if (batch.acts.length === 0) return
    const matters = desk.paged.state.status === 'ready' ? desk.paged.state.data : []
    const here = matters.find(({ matterId }) => rowId(matterId) === focusedId())
    if (!batch.on) batch.toggle()
    if (here) batch.tick(here.matterId)
  }
  useKeys({
    x: tickFocused,
    f: () => onSheet('filter'),
    n: () => communityId && openReport(communityId),
    p: () => openWorkList(desk),
    '/': () => communityId && goTo(ROUTES.search, { communityId }),
    '?': () => onSheet('keys'),
  })
}
