import { OPINION_GROUP_AT_LEAST } from '../opinions'
import type { Held, Met } from '../common-ground'

/** The picture as it is kept: groups and counts. `x`, `y` in hundredths from −100 to 100. */
export interface StoredPicture {
  groups: { people: number; x: number; y: number; holds: Held[] }[]
  meets: Met[]
}

/**
 * A picture is made anew only when so many people answered or changed an answer since the last one: by what differs between two pictures
 * nobody can tell what one person said. ○
 */
export const OPINION_CHANGES_AT_LEAST = OPINION_GROUP_AT_LEAST

/** Whether a new picture may be made. */
export const isPictureDue = (peopleSince: number): boolean => peopleSince >= OPINION_CHANGES_AT_LEAST

/** 第一组, 第二组: what a group is called. */
export const groupName = (index: number): string => `第${'一二三四五'[index] ?? index + 1}组`

/** Of a hundred who answered, rounded down: the length of a bar. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 100) / whole)
}

/** How many answered: all three are answers. */
export const answersOf = ({ agree, disagree, pass }: Pick<Held, 'agree' | 'disagree' | 'pass'>): number =>
  agree + disagree + pass
