import { useSyncExternalStore } from 'react'
import { readMeEndpoint, type MeView, type MyCommunity } from '#core/people'
import { callEndpoint } from './call-endpoint'
import { readStored, store } from './storage'
import { createStore } from './store'

const COMMUNITY = 'community'
const asText = (value: unknown) => (typeof value === 'string' ? value : undefined)

const me = createStore<MeView | undefined>(undefined)
const chosen = createStore<string | undefined>(undefined)
/** Several parts of a page ask at once. */
let loading: Promise<MeView> | undefined

/** Loads who is signed in; kept until it is loaded again or somebody signs out. */
export async function loadMe(): Promise<MeView> {
  const loaded = await callEndpoint(readMeEndpoint, {})
  me.set(loaded)
  return loaded
}

/** Who is signed in, loaded once: pages after the first ask nobody. */
export async function knownMe(): Promise<MeView> {
  const known = me.get()
  if (known) return known
  loading ??= loadMe().finally(() => (loading = undefined))
  return loading
}

/** Puts in what an act has just answered; undefined when somebody signs out. */
export function setMe(next: MeView | undefined): void {
  me.set(next)
}

/** Who is signed in, as last loaded. */
export function useMe(): MeView | undefined {
  return useSyncExternalStore(me.subscribe, me.get)
}

/** The community one is in: the one chosen on this phone, else the first with a home, else the first. */
export function currentCommunity({ communities }: MeView): MyCommunity | undefined {
  const wanted = chosenCommunity()
  return (
    communities.find(({ communityId }) => communityId === wanted) ??
    communities.find(({ homes }) => homes.length > 0) ??
    communities[0]
  )
}

/** The community that was chosen on this phone, as soon as it is another one: what a page loads depends on it. */
export function useChosenCommunity(): string | undefined {
  return useSyncExternalStore(chosen.subscribe, chosenCommunity)
}

function chosenCommunity(): string | undefined {
  return chosen.get() ?? readStored(COMMUNITY, asText)
}

/** Changes to another of one's communities; kept on this phone. */
export function chooseCommunity(communityId: string): void {
  store(COMMUNITY, communityId)
  chosen.set(communityId)
}

/** Unread messages of a community changed: the dot on the tab follows. */
export function setUnread(communityId: string, unread: number): void {
  const now = me.get()
  if (!now) return
  const communities = now.communities.map((one) =>
    one.communityId === communityId ? { ...one, unread } : one,
  )
  me.set({ ...now, communities })
}
