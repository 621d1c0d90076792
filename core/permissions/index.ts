export {
  holds,
  isResident,
  RELATIONS,
  type Actor,
  type HeldHome,
  type HeldRole,
  type Located,
  type Relation,
} from './actor'
export { ALLOWED, enforce, refused, type Decision } from './decision'
export { isOffice, officeInWords, ROLE_LABELS, ROLES, signedAs, type Role } from './roles'
export { allOf, anyOf, nobody, not, type Rule } from './rule'
