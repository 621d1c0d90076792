import type { ActInput, ServiceCode } from '#core/matters'
import type { CastName } from './cast'
import type { DemoPlaces } from './places'

interface Step extends Partial<ActInput> {
  by: CastName
  act: ActInput['act']
  hoursAgo: number
}

/** One matter of the story: who reported what where, and what came of it. */
export interface Tale {
  by: CastName
  at: string
  serviceCode: ServiceCode
  title: string
  text?: string
  floor?: string
  hoursAgo: number
  steps: Step[]
  /** What was said about it. */
  posts?: { by: CastName; text: string; hoursAgo: number; named?: boolean }[]
}

const teamsOf = ({ gridIds, estateId }: DemoPlaces) => ({
  grid: { kind: 'grid', placeId: gridIds.second } as const,
  property: { kind: 'property', placeId: estateId } as const,
})

/** Matters that are over. */
export function endedTales(places: DemoPlaces): Tale[] {
  const { property } = teamsOf(places)
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
        {
          by: 'property',
          act: 'resolve',
          outcome: 'fixed',
          note: '已经清走，以后早晚各倒一次。',
          hoursAgo: 182,
        },
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
        {
          by: 'staff',
          act: 'decline',
          note: '划车位要业主一起决定，请先和业委会说；社区可以帮着召集。',
          hoursAgo: 100,
        },
      ],
    },
  ]
}

/** Matters in which somebody still has something to do. */
export function openTales(places: DemoPlaces): Tale[] {
  const { grid, property } = teamsOf(places)
  return [
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
        {
          by: 'worker',
          act: 'resolve',
          outcome: 'fixed',
          note: '灯头换了两个，试过能亮。要是晚上还闪，点「没解决」，我再来。',
          hoursAgo: 3,
        },
      ],
      posts: [
        { by: 'zhou', text: '我家四楼也是黑的，谢谢报上来。', hoursAgo: 60, named: true },
        { by: 'worker', text: '两个声控灯头都换了。要是晚上还闪，直接在这儿说，我再来。', hoursAgo: 3 },
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
    {
      by: 'amei',
      at: '3号楼',
      serviceCode: 'pipe',
      title: '一楼下水道返味，三户都有',
      hoursAgo: 8,
      steps: [],
    },
    {
      by: 'wu',
      at: '3号楼 4单元',
      serviceCode: 'handrail',
      title: '楼道扶手松了，老人扶着会晃',
      floor: '2 楼',
      hoursAgo: 4,
      steps: [],
    },
  ]
}
