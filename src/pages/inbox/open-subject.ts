import type { InboxItem, InboxKind } from '#core/inbox'
import type { MembershipList } from '#core/people'
import { goTo, switchTab } from '@/platform/navigation'
import { ROUTES } from '@/routes'

/** In which list of requests a message about a membership is found. */
const LISTS: Partial<Record<InboxKind, MembershipList>> = {
  membership_asked: 'to_decide',
  membership_objected: 'to_decide',
  membership_decided: 'mine',
  membership_new_member: 'household',
  membership_ended: 'mine',
  membership_left: 'household',
}

/** Opens what a message is about. */
export function openSubject(communityId: string, { kind, subject }: InboxItem): void {
  const open: Record<InboxItem['subject']['kind'], () => void> = {
    matter: () => goTo(ROUTES.matter, { communityId, matterId: subject.id }),
    membership: () => goTo(ROUTES.requests, { communityId, list: LISTS[kind] }),
    grant: () => switchTab('me'),
    wish: () => goTo(ROUTES.wish, { communityId, wishId: subject.id }),
    // Taken back, it is a draft that only its convener reads: the list says when it is posted again.
    vote: () =>
      kind === 'vote_revised'
        ? switchTab('together')
        : goTo(ROUTES.vote, { communityId, voteId: subject.id }),
    round: () => goTo(ROUTES.round, { communityId, roundId: subject.id }),
    topic: () => goTo(ROUTES.topic, { communityId, topicId: subject.id }),
    action_item: () => goTo(ROUTES.roundItem, { communityId, itemId: subject.id }),
    bylaw: () => goTo(ROUTES.bylaw, { communityId, id: subject.id }),
    demand: () => goTo(ROUTES.demand, { communityId, demandId: subject.id }),
    notice: () => goTo(ROUTES.notice, { communityId, noticeId: subject.id }),
    case: () => goTo(ROUTES.moderation, { communityId, caseId: subject.id }),
    archive: () => goTo(ROUTES.myData),
    post: () => goTo(ROUTES.hiddenWords, { communityId }),
    organisation: () => goTo(ROUTES.organisation, { communityId, organisationId: subject.id }),
    volunteer_request: () =>
      goTo(kind === 'volunteer_asked' ? ROUTES.organisationDesk : ROUTES.organisations, { communityId }),
  }
  open[subject.kind]()
}
