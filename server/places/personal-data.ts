import type { PersonalArea } from '#server/platform/personal-data'

/** Places belong to nobody; only who made a door code out is known. */
export const placeData: PersonalArea = {
  tables: [],
  others: { 'door_codes.issued_by': '门码是办公时开的；谁开的，在「办过的事的记录」里' },
  stays: { 'door_codes.issued_by': '门码是谁开的，以后核对要用' },
}
