import type { PersonAct } from '#core/matters'
import type { Community } from '../builders/neighbourhood'

/** Any of them. */
export const oneOf = <T>(items: readonly T[]): T => items[Math.floor(Math.random() * items.length)] as T

const ENDINGS: readonly PersonAct[] = ['decline', 'confirm', 'verify_passed']

/** Any button, but seldom one that ends it: the crowd would soon have nothing left to do. */
export function choose(buttons: readonly PersonAct[]): PersonAct | undefined {
  const goingOn = buttons.filter((act) => !ENDINGS.includes(act))
  return oneOf(Math.random() < 0.03 ? buttons : goingOn)
}

/** What has to come with an act. */
export function moreFor(act: PersonAct, { gridId, estateId }: Community): object {
  if (act === 'assign')
    return {
      team: oneOf([
        { kind: 'grid', placeId: gridId },
        { kind: 'property', placeId: estateId },
      ]),
    }
  if (act === 'resolve') return { outcome: oneOf(['fixed', 'explained', 'not_fixed']), note: '办了' }
  return ['decline', 'dispute', 'verify_failed'].includes(act) ? { note: '写一句为什么' } : {}
}
