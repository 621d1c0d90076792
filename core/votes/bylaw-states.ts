/** 备案的规约: recorded, then put in force or refused by a second official, or taken back before; then ended. */
export const BYLAW_STATES = ['recorded', 'in_force', 'refused', 'taken_back', 'ended'] as const
export type BylawState = (typeof BYLAW_STATES)[number]

/** Of these neighbours read nothing: they never counted. */
export const NOT_ON_RECORD = ['refused', 'taken_back'] as const satisfies readonly BylawState[]
