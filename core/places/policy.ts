import { holds, isResident, type Actor, type Located, type Role, type Rule } from '../permissions'

/** 场所与网格. The tree itself is public to whoever is signed in; changing it is not. */
export const placePolicy = {
  createRegion: holds('administrator'),
  createPlace: holds('administrator'),
  createGrid: holds('administrator'),
  issueDoorCode: holds('administrator', 'community_staff'),
  revokeDoorCode: holds('administrator', 'community_staff'),
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
