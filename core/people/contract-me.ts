import { z } from 'zod/mini'
import { endpoint, id, instant, requiredText } from '../contract'
import { RELATIONS, ROLES } from '../permissions'
import { REGION_KINDS } from '../places'

export const NICKNAME_LENGTH = 20

const myHome = z.object({
  homeId: id,
  name: z.string(),
  relation: z.enum(RELATIONS),
  /** The staircase or building it lies in: where one's reports are from. */
  place: z.object({ placeId: id, name: z.string() }),
})
const myRole = z.object({ role: z.enum(ROLES), placeId: id, placeName: z.string(), endsAt: instant })
const myCommunity = z.object({
  communityId: id,
  name: z.string(),
  homes: z.array(myHome),
  /** Homes asked for that nobody has confirmed yet. */
  asked: z.int(),
  roles: z.array(myRole),
  /** Works on the desk here: the same policy as the desk's routes. */
  hasDesk: z.boolean(),
  unread: z.int(),
})
export type MyCommunity = z.output<typeof myCommunity>

const myRegion = z.object({
  regionId: id,
  kind: z.enum(REGION_KINDS),
  name: z.string(),
  roles: z.array(myRole),
})

export const meView = z.object({
  personId: id,
  nickname: z.nullable(z.string()),
  /** What one reads out to be given a role; says nothing by itself. */
  personCode: z.string(),
  /** The verified phone, masked; null when there is none. */
  phone: z.nullable(z.string()),
  /** When the account will be closed, as was asked for; null when it wasn't. */
  closesAt: z.nullable(instant),
  communities: z.array(myCommunity),
  /** Subdistricts and districts that an office of theirs reaches: what it is held in, and what lies below. */
  regions: z.array(myRegion),
})
export type MeView = z.output<typeof meView>

export const readMeEndpoint = endpoint({
  method: 'GET',
  path: '/me',
  summary: '我、我的家和职务',
  response: meView,
})

export const changeMeEndpoint = endpoint({
  method: 'PUT',
  path: '/me',
  summary: '改自己的称呼',
  body: z.object({ nickname: requiredText(NICKNAME_LENGTH) }),
  response: meView,
})
