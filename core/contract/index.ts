export {
  endpoint,
  isWrite,
  type AnswerOf,
  type BodyOf,
  type Endpoint,
  type InputOf,
  type ParamsOf,
  type QueryOf,
  type Upload,
} from './endpoint'
export {
  cleanText,
  cursor,
  done,
  errorBody,
  id,
  instant,
  lengthOf,
  optionalText,
  PAGE_SIZE,
  pageOf,
  requiredText,
  type ErrorBody,
} from './schemas'
export { CLIENT_HEADER, CLIENT_VERSION, clientName, isTooOld, KEY_DAYS, OLDEST_CLIENT } from './version'
