import { COUNT_CAP } from '#core/matters'

/** How many, as far as anybody needs to know. */
export function countInWords(count: number): string {
  return count > COUNT_CAP ? `${COUNT_CAP}+` : String(count)
}
