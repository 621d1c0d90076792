import { channelsOf, handlesOnSpot, type StaffChannel } from '#core/matters'
import type { MeView } from '#core/people'
import type { OfItem } from '@/parts/items'
import { currentCommunity } from '@/platform/me'
import { REPORT_WORDS } from '../../report-words'

/** Where something is. */
export interface ReportPlace {
  communityId: string
  placeId: string
  name: string
  /** Proves that one stands there; goes with no other place. */
  doorCode?: string
}

/** What is known before anything is written. */
export interface ReportStart {
  personId: string
  communityId: string
  communityName: string
  place?: ReportPlace
  /** May report anywhere in the community; others only where their door code is from. */
  lives: boolean
  /** How staff may have learnt of it; empty for who isn't staff. */
  channels: StaffChannel[]
  mayHandleOnSpot: boolean
  /** The action item of a round that it is to settle. */
  ofItem?: OfItem | undefined
}

type Query = Partial<Record<string, string>>

/** A door's code comes with the page's address; else it is about where one lives. Undefined: neither is known. */
export function startReport(me: MeView, query: Query): ReportStart | undefined {
  const { communityId: wanted, placeId, placeName = '', doorCode } = query
  const community = me.communities.find(({ communityId }) => communityId === wanted) ?? currentCommunity(me)
  const { personId } = me
  const home = community?.homes[0]
  const staff = {
    channels: channelsOf(community?.roles ?? []),
    mayHandleOnSpot: handlesOnSpot(community?.roles ?? []),
  }
  if (wanted && placeId && (doorCode || home)) {
    return {
      personId,
      communityId: wanted,
      communityName: community?.communityId === wanted ? community.name : REPORT_WORDS.theCommunity,
      place: { communityId: wanted, placeId, name: placeName, doorCode },
      lives: home !== undefined && community?.communityId === wanted,
      ...staff,
    }
  }
  if (!community) return undefined
  const { communityId, name } = community
  if (!home) {
    // Staff choose where it is; others have neither a home nor a door here.
    return staff.channels.length > 0
      ? { personId, communityId, communityName: name, lives: false, ...staff }
      : undefined
  }
  return {
    personId,
    communityId,
    communityName: name,
    place: { communityId, placeId: home.place.placeId, name: home.place.name },
    lives: true,
    ...staff,
  }
}
