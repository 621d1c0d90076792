import { dateOf } from '#core/calendar'
import { uploadPhoto } from '#server/photos/index'
import type { FileStore } from '#server/platform/files/index'
import { actOnBylaw, actOnDemand, recordBylaw, writeDemand, type VoteParts } from '#server/votes/index'
import type { CastName, People } from './cast'
import { sheetOfPaper } from './paper'
import type { DemoPlaces } from './places'
import { actAs, hoursAgo, type Stage } from './stage'

type Parts = Pick<VoteParts, 'contentCheck'> & { photos: FileStore }

/** Hours before now in which each of it happened. */
const BYLAW = { adopted: 24 * 120, recorded: 200, confirmed: 180 }
const DEMAND = { written: 70, signed: { amei: 50, head: 26 } }

/** What the owners of the estate have on record, and what those of 3号楼 ask for. */
export async function speakForOwners(
  stage: Stage,
  parts: Parts,
  people: People,
  places: DemoPlaces,
): Promise<void> {
  const as = (who: CastName, hours: number) =>
    actAs(hoursAgo(stage, hours), people[who].personId, places.communityId)
  const recorder = await as('otherChief', BYLAW.recorded)
  const { photoId } = await uploadPhoto(recorder, parts.photos, await sheetOfPaper())
  const { bylawId } = await recordBylaw(
    recorder,
    {
      placeId: places.estateId,
      title: '湖光苑业主大会议事规则',
      clause: '没有交回表决票的业主，其表决权数计入多数人选的那一边。',
      adoptedOn: dateOf(hoursAgo(stage, BYLAW.adopted).now()),
      photoIds: [photoId],
    },
    parts,
  )
  await actOnBylaw(await as('secretary', BYLAW.confirmed), { bylawId, act: 'put_in_force' }, parts)
  const { demandId } = await writeDemand(
    await as('wu', DEMAND.written),
    {
      placeId: places.byName.get('3号楼') as string,
      title: '屋顶要不要大修，请召集业主表决',
      text: '顶楼几家下雨就渗水，补了两回没补好。大修要动维修资金，该全楼业主一起定。请先公示方案和要花多少钱，再召集表决。',
    },
    parts,
  )
  for (const who of ['amei', 'head'] as const)
    await actOnDemand(await as(who, DEMAND.signed[who]), { demandId, act: 'sign' }, parts)
}
