import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import type { Desk } from './useDesk'

/** 记一件: what staff found or were told. */
export function openReport(communityId: string): void {
  goTo(ROUTES.report, { communityId })
}

/** The list as it is narrowed now, on paper. */
export function openWorkList({ head, list, filter }: Desk): void {
  const { serviceCode, channel, placeId } = filter
  const communityId = head?.community?.communityId
  if (communityId) goTo(ROUTES.workList, { communityId, list, serviceCode, channel, placeId })
}
