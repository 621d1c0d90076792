import type { CheckVerdict, Concern } from '#core/moderation'

/** What a check found: never a refusal, only whether a person should look, and why. */
export interface CheckResult {
  verdict: CheckVerdict
  /** For the moderator; empty when it is clear. */
  concerns: Concern[]
}

/**
 * Looks at words before other residents see them (domain.md 5). It answers at once and asks nobody: it runs inside the
 * transaction that writes the words. A check that asks outside (WeChat's) answers `unsure` here and settles the case it
 * opened by a job of its own.
 */
export interface ContentCheck {
  check(text: string): CheckResult
}
