import type { CaseItem } from '#core/moderation'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'

/** Opens the thing that words stand at. */
export function openSubject(communityId: string, { kind, id }: CaseItem['subject']): void {
  const open: Record<typeof kind, () => void> = {
    demand: () => goTo(ROUTES.demand, { communityId, demandId: id }),
    matter: () => goTo(ROUTES.matter, { communityId, matterId: id }),
    notice: () => goTo(ROUTES.notice, { communityId, noticeId: id }),
    vote: () => goTo(ROUTES.vote, { communityId, voteId: id }),
    round: () => goTo(ROUTES.round, { communityId, roundId: id }),
    topic: () => goTo(ROUTES.topic, { communityId, topicId: id }),
    wish: () => goTo(ROUTES.wish, { communityId, wishId: id }),
  }
  open[kind]()
}
