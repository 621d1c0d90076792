import { holds, isResident, type Actor, type Located, type Role, type Rule } from '../permissions'

/** 场所与网格. The tree itself is public to whoever is signed in; changing it is not. */
export const placePolicy = {
  createRegion: holds('administrator'),
  createPlace: holds('administrator'),
  /** The secretary answers for the grid teams, and so for which homes each has (docs/adr/0017). */
  createGrid: holds('administrator', 'community_secretary'),
  arrangeGrids: holds('administrator', 'community_secretary'),
  readGrids: holds('administrator', 'community_secretary', 'community_staff'),
  issueDoorCode: holds('administrator', 'community_staff'),
  revokeDoorCode: holds('administrator', 'community_staff'),
  replaceDoorCode: holds('administrator', 'community_staff'),
  listDoorCodes: holds('administrator', 'community_staff'),
} satisfies Record<string, Rule<Located>>

const OFFICES: readonly Role[] = [
  'grid_worker',
  'grid_chief',
  'grid_specialist',
  'community_staff',
  'community_secretary',
  'subdistrict_staff',
  'district_staff',
]

/** Belongs to the community this actor was loaded for, as a resident or by office: may walk its feed. */
export function belongsHere(actor: Actor): boolean {
  return isResident(actor) || actor.roles.some(({ role }) => OFFICES.includes(role))
}
