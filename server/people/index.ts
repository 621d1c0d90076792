export { actOnGrant, endOwnGrant } from './act-on-grant'
export { actOnMembership } from './act-on-membership'
export { askForHome } from './ask-for-home'
export {
  cutOffPerson,
  endOtherSessions,
  endVolunteering,
  forgetPerson,
  listOfficesOf,
  lockPerson,
  type OfficeHeld,
} from './close-person'
export { asWriter } from './as-writer'
export { enforceConsent, hasConsent } from './consent'
export { openContact, openPhone, sealPhone } from './contact'
export { checkContactKey, enforceContactKey } from './contact-key'
export { findPersonForCommand, foundDistrict, grantFirstAdministrator } from './found-district'
export { grantOnRequest } from './grant-on-request'
export { holdHomes, listHomeIds } from './household'
export type { HomeLeft, HomeLeftEffects } from './leave-home'
export { presentMe, rememberCommunity } from './me'
export { peopleData } from './personal-data'
export { NAMELESS } from './present-membership'
export { findPersonByCode, proposeGrant } from './propose-grant'
export { enforceVerified, isVerified, phoneIndex, readPhoneOf, savePhone } from './phone-repository'
export { peopleRoutes } from './routes'
export { findOrCreatePerson } from './sign-in'
export { listStaffIds } from './staff'
