import { ageInWords } from '#core/calendar'

/** How long ago that was, in words: 10 分钟前. */
export function ageNow(at: number): string {
  return ageInWords(new Date(at), new Date())
}
