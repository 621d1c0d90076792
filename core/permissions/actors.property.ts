import type { Actor, HeldRole } from './actor'

/** Somebody who lives in a home of their own below this path. */
export const living = (personId: string, ...path: string[]): Actor => ({
  personId,
  roles: [],
  homes: [
    {
      homeId: `home of ${personId}`,
      path: [...path, `home of ${personId}`],
      relation: 'owner',
      isAdult: true,
      since: new Date(0),
    },
  ],
})

/** Somebody in one office. */
export const inOffice = (personId: string, role: HeldRole['role'], placeId: string): Actor => ({
  personId,
  roles: [{ role, placeId, isLead: false }],
  homes: [],
})
