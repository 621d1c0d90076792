import type { CaseItem } from '#core/moderation'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'

/** Opens the thing that words stand at. */
export function openSubject(communityId: string, { kind, id }: CaseItem['subject']): void {
  const open: Record<typeof kind, () => void> = {
    matter: () => goTo(ROUTES.matter, { communityId, matterId: id }),
    notice: () => goTo(ROUTES.notice, { communityId, noticeId: id }),
    vote: () => goTo(ROUTES.vote, { communityId, voteId: id }),
    wish: () => goTo(ROUTES.wish, { communityId, wishId: id }),
  }
  open[kind]()
}
