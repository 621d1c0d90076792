export {
  endpoint,
  isWrite,
  type AnswerOf,
  type BodyOf,
  type Endpoint,
  type InputOf,
  type ParamsOf,
  type QueryOf,
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
