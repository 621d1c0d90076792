import type { CaseItem } from '#core/moderation'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'

/** Opens the thing that words stand at. */
export function openSubject(communityId: string, { kind, id }: CaseItem['subject']): void {
  if (kind === 'matter') goTo(ROUTES.matter, { communityId, matterId: id })
  else goTo(ROUTES.notice, { communityId, noticeId: id })
}
