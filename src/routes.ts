/** Addresses of the pages that other features lead to, so that none of them imports another. */
export const ROUTES = {
  signIn: '/features/people/pages/sign-in/index',
  bind: '/features/people/pages/bind/index',
  requests: '/features/people/pages/requests/index',
  sessions: '/features/people/pages/sessions/index',
  offices: '/features/people/pages/offices/index',
  door: '/features/places/pages/door/index',
  report: '/features/matters/pages/report/index',
  myMatters: '/features/matters/pages/mine/index',
  matter: '/features/matters/pages/detail/index',
  desk: '/features/matters/pages/desk/index',
} as const
