import { DomainError, type ErrorCode } from '../errors'

/** The answer of every rule: allowed, or why not. */
export type Decision = { allowed: true } | { allowed: false; code: ErrorCode; field?: string }

export const ALLOWED: Decision = { allowed: true }

/** A refusal with its reason. */
export function refused(code: ErrorCode, field?: string): Decision {
  return field === undefined ? { allowed: false, code } : { allowed: false, code, field }
}

/** Turns a refusal into the error that ends a use case. */
export function enforce(decision: Decision): void {
  if (!decision.allowed) throw new DomainError(decision.code, decision.field)
}
