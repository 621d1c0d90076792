import type { ActInput, MatterView, ServiceCode } from '#core/matters'
import type { Relation } from '#core/permissions'
import { actOnMatter, reportMatter } from '#server/matters/index'
import { actOnMembership, askForHome } from '#server/people/index'
import { actAs, hoursAgo, type Stage } from './stage'
import type { CastName, People } from './cast'
import type { DemoPlaces } from './places'

const HOMES: { who: CastName; home: string; relation: Relation; confirmedBy?: CastName; note?: string }[] = [
  { who: 'amei', home: '3号楼 2单元 602', relation: 'owner', confirmedBy: 'staff' },
  { who: 'zhou', home: '3号楼 2单元 402', relation: 'tenant', confirmedBy: 'worker' },
  { who: 'wu', home: '3号楼 4单元 201', relation: 'owner', confirmedBy: 'staff' },
  { who: 'head', home: '3号楼 2单元 301', relation: 'owner', confirmedBy: 'staff' },
  { who: 'lin', home: '3号楼 1单元 101', relation: 'family', note: '我是 101 老林的女儿，上个月搬来的' },
]

/** Residents ask for their homes; one still waits for a word. */
export async function bindHomes(stage: Stage, people: People, places: DemoPlaces): Promise<void> {
  for (const { who, home, relation, confirmedBy, note } of HOMES) {
    const asker = await actAs(stage, people[who].personId, places.communityId)
    const homeId = places.byName.get(home) as string
    const asked = await askForHome(asker, { homeId, relation, isAdult: true, note })
    if (!confirmedBy) continue
    const confirmer = await actAs(stage, people[confirmedBy].personId, places.communityId)
    await actOnMembership(confirmer, { membershipId: asked.membershipId, act: 'confirm' })
  }
}

interface Step extends Partial<ActInput> {
  by: CastName
  act: ActInput['act']
  hoursAgo: number
}

interface Tale {
  by: CastName
  at: string
  serviceCode: ServiceCode
  title: string
  text?: string
  floor?: string
  hoursAgo: number
  steps: Step[]
}

const talesOf = ({ gridIds, estateId }: DemoPlaces): Tale[] => {
  const grid = { kind: 'grid', placeId: gridIds.second } as const
  const property = { kind: 'property', placeId: estateId } as const
  return [
    {
      by: 'zhou',
      at: '3号楼',
      serviceCode: 'cleaning',
      title: '楼前垃圾桶满了两天没人倒',
      hoursAgo: 190,
      steps: [
        { by: 'chief', act: 'acknowledge', hoursAgo: 188 },
        { by: 'chief', act: 'assign', team: property, hoursAgo: 187 },
        { by: 'property', act: 'start', hoursAgo: 185 },
        { by: 'property', act: 'resolve', outcome: 'fixed', note: '已经清走，以后早晚各倒一次。', hoursAgo: 182 },
        { by: 'zhou', act: 'confirm', hoursAgo: 170 },
      ],
    },
    {
      by: 'wu',
      at: '3号楼 4单元',
      serviceCode: 'parking',
      title: '楼下想多划两个车位',
      hoursAgo: 120,
      steps: [
        { by: 'staff', act: 'decline', note: '划车位要业主一起决定，请先和业委会说；社区可以帮着召集。', hoursAgo: 100 },
      ],
    },
    {
      by: 'amei',
      at: '3号楼 2单元',
      serviceCode: 'stair_lamp',
      title: '三楼到四楼的楼道灯不亮，晚上老人下楼看不清',
      floor: '3–4 楼',
      hoursAgo: 62,
      steps: [
        { by: 'chief', act: 'acknowledge', hoursAgo: 50 },
        { by: 'chief', act: 'assign', team: grid, hoursAgo: 49 },
        { by: 'worker', act: 'start', hoursAgo: 26 },
        { by: 'worker', act: 'resolve', outcome: 'fixed', note: '灯头换了两个，试过能亮。要是晚上还闪，点「没解决」，我再来。', hoursAgo: 3 },
      ],
    },
    {
      by: 'zhou',
      at: '3号楼 2单元',
      serviceCode: 'door',
      title: '铁门关不上，晚上谁都能进',
      floor: '1 楼',
      hoursAgo: 45,
      steps: [
        { by: 'worker', act: 'acknowledge', hoursAgo: 44 },
        { by: 'chief', act: 'assign', team: property, hoursAgo: 43 },
        { by: 'property', act: 'start', hoursAgo: 20 },
      ],
    },
    { by: 'amei', at: '3号楼', serviceCode: 'pipe', title: '一楼下水道返味，三户都有', hoursAgo: 8, steps: [] },
    { by: 'wu', at: '3号楼 4单元', serviceCode: 'handrail', title: '楼道扶手松了，老人扶着会晃', floor: '2 楼', hoursAgo: 4, steps: [] },
  ]
}

/** What was reported in the last days, and what came of it. */
export async function tellStory(stage: Stage, people: People, places: DemoPlaces): Promise<void> {
  for (const tale of talesOf(places)) {
    const reporter = await actAs(hoursAgo(stage, tale.hoursAgo), people[tale.by].personId, places.communityId)
    const { serviceCode, title, text, floor } = tale
    const placeId = places.byName.get(tale.at) as string
    let matter: MatterView = await reportMatter(reporter, { placeId, serviceCode, title, text, floor })
    for (const { by, hoursAgo: hours, ...input } of tale.steps) {
      const doer = await actAs(hoursAgo(stage, hours), people[by].personId, places.communityId)
      matter = await actOnMatter(doer, { matterId: matter.matterId, revision: matter.revision, ...input })
    }
  }
}
