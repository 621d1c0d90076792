import type { DemandItem, DemandView } from '#core/votes'
import { COMMUNITY } from './people'

export const DEMAND = '01990000-0000-7000-8000-00000000d001'

/** Three of twenty-four owners signed. */
export const demandItem = (more: Partial<DemandItem> = {}): DemandItem => ({
  demandId: DEMAND,
  title: '换不换物业',
  placeName: '湖光苑 3号楼',
  wordsState: 'shown',
  state: 'open',
  personsSigned: 3,
  personsOf: 24,
  endsAt: '2027-01-18T16:00:00.000Z',
  metAt: null,
  waitsSince: null,
  ...more,
})

export const demandView = (more: Partial<DemandView> = {}): DemandView => ({
  ...demandItem(),
  communityId: COMMUNITY,
  placeId: '01990000-0000-7000-8000-00000000b001',
  text: '电梯停了三回，想请大家定一定。',
  byName: '湖光苑 3号楼的一位业主',
  mine: false,
  signed: false,
  answer: null,
  voteId: null,
  voidVoteId: null,
  may: { convene: false, seeSigners: false },
  acts: ['sign'],
  ...more,
})
