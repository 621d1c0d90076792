import { messageOf, type ErrorCode } from './table'

/** A refusal that the domain foresees. `field` names the input that is to be changed. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly field?: string,
  ) {
    super(messageOf(code))
    this.name = 'DomainError'
  }
}
