import type { HomeView } from './contract-desk'
import type { MatterItem, MatterView } from './contract'
import { visibilityOf } from './visibility'

/**
 * What of a matter may stay on a phone to be read without a network: what neighbours may know, for who doesn't hold it.
 * It offers no act: it may have moved on.
 */
export function keepableMatter(matter: MatterView): MatterView | undefined {
  if (matter.visibility !== 'public' || matter.mayReadContact) return undefined
  return { ...matter, acts: [], mayJoin: false }
}

/** Home as it may stay on a phone. Whether there is still something to cast is known by the server alone. */
export function keepableHome(home: HomeView): HomeView {
  const feed = { ...home.feed, items: keepableMatters(home.feed.items) }
  return { ...home, votes: [], waiting: keepableMatters(home.waiting), desk: null, feed }
}

/** The matters of a list that may stay on a phone. */
export function keepableMatters<T extends Pick<MatterItem, 'serviceCode'>>(items: readonly T[]): T[] {
  return items.filter(({ serviceCode }) => visibilityOf(serviceCode) === 'public')
}
