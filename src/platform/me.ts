import { useSyncExternalStore } from 'react'
import { readMeEndpoint, type MeView, type MyCommunity } from '#core/people'
import { callEndpoint } from './call-endpoint'
import { startReading, type Read } from './reading'
import { sessionToken } from './session'
import { readStored, store } from './storage'
import { createStore } from './store'

const COMMUNITY = 'community'
const asText = (value: unknown) => (typeof value === 'string' ? value : undefined)

const me = createStore<MeView | undefined>(undefined)
const chosen = createStore<string | undefined>(undefined)
/** The session in which it was loaded. */
let loadedAs: string | undefined
/** Several parts of a page ask at once. */
let loading: Promise<MeView> | undefined

/** Loads who is signed in; kept until it is loaded again or somebody signs out. */
export async function loadMe(): Promise<MeView> {
  return loadMeBy(callEndpoint)
}

/** The same for a page that can be read without a network: `read` then answers who it was last. */
export async function loadMeBy(read: Read): Promise<MeView> {
  const token = sessionToken()
  const loaded = await read(readMeEndpoint, {})
  if (token === sessionToken()) setMe(loaded)
  return loaded
}

/** Who is signed in, loaded once: pages after the first ask nobody. */
export async function knownMe(): Promise<MeView> {
  const known = me.get()
  if (known) return known
  // Who it is doesn't change without a network, so a kept answer is as good here.
  loading ??= loadMeBy(startReading().read).finally(() => (loading = undefined))
  return loading
}

/** Puts in what an act has just answered; undefined when somebody signs out. */
export function setMe(next: MeView | undefined): void {
  loadedAs = sessionToken()
  me.set(next)
}

/** Whose session this is, undefined until it is known: what one person wrote is never sent in another one's session. */
export function personOfSession(): string | undefined {
  const token = sessionToken()
  return token !== undefined && token === loadedAs ? me.get()?.personId : undefined
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
