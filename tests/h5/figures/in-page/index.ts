import { paleControls, paleIcons, paleWords } from './contrast'
import { motion } from './motion'
import { loudIcons, namelessIcons, namelessTargets } from './names'
import { coveredTargets, runsOver, smallTargets, smallType, tightLines } from './size'

/** The least that domain.md 12 allows, in px. */
export interface Least {
  type: number
  target: number
}

/** Everything on the page in view that falls short of domain.md 12. */
export function shortfalls({ type, target }: Least): string[] {
  return [
    ...smallType(type),
    ...tightLines(),
    ...smallTargets(target),
    ...coveredTargets(),
    ...namelessTargets(),
    ...namelessIcons(),
    ...loudIcons(),
    ...motion(),
    ...runsOver(),
    ...colours(),
  ]
}

/** What falls short by its colours, which differ in the dark. */
export function colours(): string[] {
  return [...paleWords(), ...paleIcons(), ...paleControls()]
}

export { lookAtRing, startWalk, walkEnded } from './walk'
