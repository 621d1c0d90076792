/** People, homes and offices as the server presents them, for tests of screens. */
import type { GrantView, MembershipView, MeView, MyCommunity } from '#core/people'
import { setMe } from '../../src/platform/me'
import { endSession, startSession } from '../../src/platform/session'

export const COMMUNITY = 'c0000000-0000-4000-8000-000000000001'
const HOME = 'c0000000-0000-4000-8000-000000000602'

export const community = (more: Partial<MyCommunity> = {}): MyCommunity => ({
  communityId: COMMUNITY,
  name: '东湖社区',
  homes: [
    {
      homeId: HOME,
      name: '湖光苑 3号楼 2单元 602 室',
      relation: 'owner',
      place: { placeId: 'entrance', name: '湖光苑 3号楼 2单元' },
    },
  ],
  asked: 0,
  roles: [],
  hasDesk: false,
  unread: 0,
  ...more,
})

export const office = (
  role: MyCommunity['roles'][number]['role'],
  placeName = '东湖社区',
  placeId = COMMUNITY,
) => ({
  role,
  placeId,
  placeName,
  endsAt: '2029-11-10T16:00:00.000Z',
})

/** A subdistrict or district that offices reach. */
export const region = (
  more: Partial<MeView['regions'][number]> & Pick<MeView['regions'][number], 'roles'>,
): MeView['regions'][number] => ({
  regionId: 'subdistrict',
  kind: 'subdistrict',
  name: '湖滨街道',
  ...more,
})

export const amei = (more: Partial<MeView> = {}): MeView => ({
  personId: 'amei',
  nickname: '阿梅',
  personCode: 'N6NNFFP40RXZ',
  phone: null,
  closesAt: null,
  communities: [community()],
  regions: [],
  ...more,
})

export const membership = (more: Partial<MembershipView> = {}): MembershipView => ({
  membershipId: 'm1',
  communityId: COMMUNITY,
  homeId: HOME,
  homeName: '湖光苑 3号楼 1单元 101 室',
  mine: false,
  personName: '小林',
  relation: 'family',
  isAdult: true,
  note: '我是老林的女儿',
  state: 'asked',
  reason: null,
  askedAt: '2026-11-11T01:00:00.000Z',
  endedAt: null,
  acts: ['confirm', 'refuse'],
  ...more,
})

export const grant = (more: Partial<GrantView> = {}): GrantView => ({
  grantId: 'g1',
  regionId: COMMUNITY,
  role: 'grid_worker',
  officialName: '张师傅',
  placeId: 'grid2',
  placeName: '东湖社区第二网格',
  isLead: false,
  isActing: false,
  startsAt: '2026-11-11T01:00:00.000Z',
  endsAt: '2029-11-10T16:00:00.000Z',
  evidence: '任用文件 2026-7',
  state: 'granted',
  reason: null,
  acts: ['end'],
  ...more,
})

/** Somebody is signed in on this phone, and known if given. */
export function signedIn(me?: MeView): void {
  startSession('token')
  setMe(me)
}

/** Nobody is. */
export function signedOut(): void {
  endSession()
  setMe(undefined)
}
