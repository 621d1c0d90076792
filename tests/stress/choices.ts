import { transitionOf, type PersonAct } from '#core/matters'
import type { Community } from '../builders/neighbourhood'

/** Any of them. */
export const oneOf = <T>(items: readonly T[]): T => items[Math.floor(Math.random() * items.length)] as T

const ENDINGS: readonly PersonAct[] = ['decline', 'confirm', 'verify_passed', 'withdraw', 'merge']

/** Any button, but seldom one that ends it: the crowd would soon have nothing left to do. */
export function choose(buttons: readonly PersonAct[]): PersonAct | undefined {
  const goingOn = buttons.filter((act) => !ENDINGS.includes(act))
  return oneOf(Math.random() < 0.06 ? buttons : goingOn)
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** What has to come with an act; `others`: what it might be merged into. */
export function moreFor(act: PersonAct, { gridId, estateId }: Community, others: readonly string[]): object {
  const team = oneOf([
    { kind: 'grid', placeId: gridId },
    { kind: 'property', placeId: estateId },
  ])
  return {
    ...(transitionOf(act).words === 'none' ? {} : { note: '写一句为什么' }),
    ...(act === 'assign' || act === 'reassign' ? { team } : {}),
    ...(act === 'resolve' ? { outcome: oneOf(['fixed', 'explained', 'not_fixed']) } : {}),
    ...(act === 'defer' ? { reviewOn: inDays(7) } : {}),
    ...(act === 'ask_deferral' ? { reviewOn: inDays(60) } : {}),
    ...(act === 'merge' ? { intoMatterId: oneOf(others) } : {}),
  }
}

/** What somebody may be told who was too late, or pressed what others have made impossible. */
export const REFUSED_IN_A_CROWD = [
  ...['STATE_CHANGED', 'NOT_ALLOWED', 'NOT_FOUND', 'ALREADY_JOINED', 'MERGE_NOT_POSSIBLE'],
  ...['ACT_NOT_POSSIBLE', 'DESIGNATION_FINAL', 'DEFERRAL_NEEDS_GRANT', 'DEFERRAL_ASKED', 'REVIEW_ONCE'],
]
