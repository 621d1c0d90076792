/** 备案的规约: recorded, then put in force or refused by a second official, then ended. */
export const BYLAW_STATES = ['recorded', 'in_force', 'refused', 'ended'] as const
export type BylawState = (typeof BYLAW_STATES)[number]
