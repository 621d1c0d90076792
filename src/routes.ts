import { DOOR_PAGE } from '#core/places'

/** Addresses of the pages that other features lead to, so that none of them imports another. */
export const ROUTES = {
  signIn: '/features/people/pages/sign-in/index',
  bind: '/features/people/pages/bind/index',
  requests: '/features/people/pages/requests/index',
  sessions: '/features/people/pages/sessions/index',
  offices: '/features/people/pages/offices/index',
  consents: '/features/people/pages/consents/index',
  phone: '/features/people/pages/phone/index',
  contactReadings: '/features/people/pages/contact-readings/index',
  door: `/${DOOR_PAGE}`,
  report: '/features/matters/pages/report/index',
  myMatters: '/features/matters/pages/mine/index',
  matter: '/features/matters/pages/detail/index',
  desk: '/features/matters/pages/desk/index',
  workList: '/features/matters/pages/work-list/index',
  moderation: '/features/moderation/pages/queue/index',
  hiddenWords: '/features/moderation/pages/hidden/index',
  blocks: '/features/moderation/pages/blocks/index',
  notices: '/features/notices/pages/list/index',
  notice: '/features/notices/pages/detail/index',
  publishNotice: '/features/notices/pages/publish/index',
  search: '/features/search/pages/search/index',
  inboxChoices: '/features/inbox/pages/choices/index',
} as const
