export { DomainError } from './domain-error'
export { ERRORS, kindOf, messageOf, type ErrorCode, type ErrorKind } from './table'
