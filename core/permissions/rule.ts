import type { Actor } from './actor'

/** May this actor do it to this subject? Reads as a sentence; several are joined by the functions below. */
export type Rule<Subject> = (actor: Actor, subject: Subject) => boolean

export function allOf<Subject>(...rules: Rule<Subject>[]): Rule<Subject> {
  return (actor, subject) => rules.every((rule) => rule(actor, subject))
}

export function anyOf<Subject>(...rules: Rule<Subject>[]): Rule<Subject> {
  return (actor, subject) => rules.some((rule) => rule(actor, subject))
}

export function not<Subject>(rule: Rule<Subject>): Rule<Subject> {
  return (actor, subject) => !rule(actor, subject)
}

/** Nobody: the default of what no sentence allows. */
export const nobody: Rule<unknown> = () => false
