import { lastDayOf, dateOf } from '#core/calendar'
import { reportMatterEndpoint, TITLE_LENGTH } from '#core/matters'
import { NOTICE_TITLE_LENGTH, publishNoticeEndpoint } from '#core/notices'
import {
  createOrganisationEndpoint,
  ORGANISATION_DOES_LENGTH,
  ORGANISATION_NAME_LENGTH,
} from '#core/organisations'
import {
  actOnMembershipEndpoint,
  askForHomeEndpoint,
  changeMeEndpoint,
  NICKNAME_LENGTH,
  readMeEndpoint,
} from '#core/people'
import { createGridEndpoint, createPlaceEndpoint } from '#core/places'
import { writePostEndpoint } from '#core/threads'
import { listBylawsEndpoint, listDemandsEndpoint } from '#core/votes'
import { actOnWishEndpoint, submitWishEndpoint, WISH_TITLE_LENGTH, WISH_WHEN_LENGTH } from '#core/wishes'
import { okAt, signInAs } from '../product/caller'
import { longVote } from './long-vote'
import { longName } from './long-words'
import type { Things } from './pages'
import { NO_ROUNDS } from './round-things'

/** As long as core lets places and grids be called. */
const PLACE_NAME_LENGTH = 40

/** Whose name is long, and who lives in the place with long names. */
export const LONG_NAMED = '小林'
const HELPER = '小周'

interface Cast {
  resident: string
  helper: string
  staff: string
  admin: string
}

/** A home, its grid and its building, all with the longest names; answers the building, the entrance, the home and the grid. */
async function buildHome(url: string, communityId: string, { admin }: Cast) {
  const params = { communityId }
  const place = async (
    parentId: string | null,
    kind: 'estate' | 'building' | 'entrance' | 'home',
    first: string,
  ) =>
    (
      await okAt(url, createPlaceEndpoint, {
        params,
        as: admin,
        body: { parentId, kind, name: longName(PLACE_NAME_LENGTH, first) },
      })
    ).placeId
  const estateId = await place(null, 'estate', '甲')
  const buildingId = await place(estateId, 'building', '乙')
  const entranceId = await place(buildingId, 'entrance', '丙')
  const homeId = await place(entranceId, 'home', '丁')
  const grid = await okAt(url, createGridEndpoint, {
    params,
    as: admin,
    body: { kind: 'grid', name: longName(PLACE_NAME_LENGTH, '戊'), covers: [buildingId] },
  })
  return { estateId, buildingId, entranceId, homeId, gridId: grid.placeId }
}

async function moveIn(url: string, communityId: string, homeId: string, { resident, staff }: Cast) {
  const params = { communityId }
  await okAt(url, changeMeEndpoint, { as: resident, body: { nickname: longName(NICKNAME_LENGTH, '林') } })
  const body = { homeId, relation: 'owner' as const, isAdult: true, note: '' }
  const { membershipId } = await okAt(url, askForHomeEndpoint, { params, as: resident, body })
  await okAt(url, actOnMembershipEndpoint, {
    params: { communityId, membershipId },
    as: staff,
    body: { act: 'confirm', reason: '' },
  })
}

/** A wish with the longest words, and somebody with the longest words who offers. */
async function wish(url: string, communityId: string, placeId: string, { resident, helper }: Cast) {
  const said = await okAt(url, submitWishEndpoint, {
    params: { communityId },
    as: resident,
    body: {
      placeId,
      scope: 'community',
      kind: 'lend',
      title: longName(WISH_TITLE_LENGTH, '借'),
      text: longName(WISH_TITLE_LENGTH, '想'),
      whenSuits: longName(WISH_WHEN_LENGTH, '周'),
      where: longName(WISH_WHEN_LENGTH, '在'),
      wantedBy: dateOf(lastDayOf(new Date(), 20)),
      shownAs: 'nickname',
      photoIds: [],
    },
  })
  const { wishId, revision } = said
  const note = longName(WISH_TITLE_LENGTH, '好')
  await okAt(url, actOnWishEndpoint, {
    params: { communityId, wishId },
    as: helper,
    body: { act: 'offer', revision, note, shownAs: 'nickname', photoIds: [] },
  })
  await okAt(url, writePostEndpoint, {
    params: { communityId, subjectKind: 'wish', subjectId: wishId },
    as: resident,
    body: { text: note, kind: 'reply', shownAs: 'nickname', mentions: [], mentionPostIds: [], photoIds: [] },
  })
  return wishId
}

/** People, places, organisations and what they say, each as long as core allows, made as users make them. */
export async function liveWithLongNames(url: string): Promise<Things> {
  const [resident, helper, staff, admin] = await Promise.all(
    [LONG_NAMED, HELPER, '王敏', '林管理员'].map((name) => signInAs(url, name)),
  )
  const cast = { resident, helper, staff, admin } as Cast
  const communityId = (await okAt(url, readMeEndpoint, { as: helper })).communities[0]?.communityId ?? ''
  const params = { communityId }
  const home = await buildHome(url, communityId, cast)
  await moveIn(url, communityId, home.homeId, cast)
  const { personCode } = await okAt(url, readMeEndpoint, { as: resident })
  const organisation = await okAt(url, createOrganisationEndpoint, {
    params,
    as: staff,
    body: {
      kind: 'volunteer_team',
      name: longName(ORGANISATION_NAME_LENGTH, '己'),
      does: longName(ORGANISATION_DOES_LENGTH, '庚'),
      personCode,
    },
  })
  const { matterId } = await okAt(url, reportMatterEndpoint, {
    params,
    as: resident,
    body: {
      placeId: home.entranceId,
      serviceCode: 'stair_lamp',
      title: longName(TITLE_LENGTH, '辛'),
      text: longName(TITLE_LENGTH, '壬'),
      floor: '',
      shownAs: 'nickname',
      photoIds: [],
    },
  })
  const { noticeId } = await okAt(url, publishNoticeEndpoint, {
    params,
    as: staff,
    body: {
      placeId: home.estateId,
      title: longName(NOTICE_TITLE_LENGTH, '癸'),
      text: longName(NOTICE_TITLE_LENGTH, '请'),
      photoIds: [],
      pinDays: 7,
    },
  })
  const wishId = await wish(url, communityId, home.buildingId, cast)
  const { organisationId } = organisation
  const voteId = await longVote(url, {
    communityId,
    placeId: home.buildingId,
    head: cast.helper,
    staff: cast.staff,
  })
  const asResident = { params, as: cast.resident, query: {} }
  const bylaws = await okAt(url, listBylawsEndpoint, asResident)
  const demands = await okAt(url, listDemandsEndpoint, asResident)
  return {
    communityId,
    matterId,
    noticeId,
    wishId,
    organisationId,
    voteId,
    endedVoteId: voteId,
    bylawId: bylaws.items[0]?.bylawId ?? '',
    demandId: demands.items[0]?.demandId ?? '',
    placeId: home.buildingId,
    gridId: home.gridId,
    rounds: NO_ROUNDS,
  }
}
