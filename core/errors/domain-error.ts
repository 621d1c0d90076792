import { messageOf, type ErrorCode } from './table'

/**
 * A refusal that the domain foresees. `field` names the input that is to be changed; `reason` is what was behind it, for
 * the log of whoever runs the server, never for the reader.
 */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly field?: string,
    readonly reason?: Error,
  ) {
    super(messageOf(code))
    this.name = 'DomainError'
  }
}
