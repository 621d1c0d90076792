/** 同意、不同意、跳过: what one may say to a statement (domain.md 6). */
export const STANCES = ['agree', 'disagree', 'pass'] as const
export type Stance = (typeof STANCES)[number]

/** What one participant said, by statement. What nobody was asked yet isn't in it. */
export interface Opinion {
  personId: string
  stances: Readonly<Record<string, Stance>>
}

/** 从 10 个人起才看得出不同的看法 (domain.md 6). */
export const OPINION_PEOPLE_AT_LEAST = 10
/** 一组至少 5 个人 (domain.md 6): of fewer one could guess who they are. */
export const OPINION_GROUP_AT_LEAST = 5
/** More groups than that nobody keeps apart. ○ */
export const OPINION_GROUPS_AT_MOST = 5
/** Who answered fewer, of as many as there are, is in no group yet. ○ */
export const OPINION_ANSWERS_AT_LEAST = 7

/** Whether somebody answered enough of these statements to stand somewhere: a pass is an answer. */
export function answeredEnough({ stances }: Opinion, statementIds: readonly string[]): boolean {
  const answered = statementIds.filter((id) => stances[id] !== undefined).length
  return answered > 0 && answered >= Math.min(OPINION_ANSWERS_AT_LEAST, statementIds.length)
}
