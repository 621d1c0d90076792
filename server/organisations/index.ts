export { actOnMember } from './act-on-member'
export { actOnVolunteerRequest } from './act-on-request'
export { askToJoin } from './ask-to-join'
export { askToVolunteer } from './ask-to-volunteer'
export { createOrganisation } from './create-organisation'
export {
  isMemberOf,
  listMemberIds,
  listOrganisationsOf,
  nameOrganisations,
  type OwnOrganisation,
} from './membership'
export { enforceHelper } from './enforce-helper'
export type { LeftMembers, MemberLeft, MemberLeftListeners } from './member-left'
export { organisationData } from './personal-data'
export { organisationRoutes } from './routes'
export { takeBackRequests } from './take-back-requests'
