export { commonGround, type Held } from './common-ground'
export {
  answeredEnough,
  OPINION_GROUP_AT_LEAST,
  OPINION_GROUPS_AT_MOST,
  OPINION_PEOPLE_AT_LEAST,
  type Opinion,
  type Stance,
} from './opinions'
