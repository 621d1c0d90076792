import type { Level } from './workflow'

export const MATTER_KINDS = ['component', 'incident', 'building_matter'] as const
export type MatterKind = (typeof MATTER_KINDS)[number]

export const MATTER_KIND_LABELS: Record<MatterKind, string> = {
  component: '部件',
  incident: '事件',
  building_matter: '楼栋事项',
}

/** 事项分类: Open311's service. */
export interface Service {
  code: string
  name: string
  kind: MatterKind
  /** Who triages it first; without a basic grid that has a chief it is the community. */
  firstLevel: Level
  /** Words in a title that suggest it. */
  words: readonly string[]
}

/** The catalogue: Open311 services a community starts with. The last one takes what fits nowhere else. */
export const SERVICES = [
  { code: 'stair_lamp', name: '楼道灯', kind: 'component', firstLevel: 'grid', words: ['灯', '不亮', '黑'] },
  {
    code: 'door',
    name: '楼道门、门禁',
    kind: 'component',
    firstLevel: 'grid',
    words: ['门', '门禁', '锁', '刷卡'],
  },
  {
    code: 'handrail',
    name: '扶手、台阶',
    kind: 'component',
    firstLevel: 'grid',
    words: ['扶手', '栏杆', '台阶', '楼梯坏', '楼梯滑'],
  },
  {
    code: 'pipe',
    name: '水管、下水',
    kind: 'component',
    firstLevel: 'community',
    words: ['水管', '下水', '漏水', '堵', '返味', '停水', '污水'],
  },
  {
    code: 'wall',
    name: '墙面、屋面',
    kind: 'component',
    firstLevel: 'community',
    words: ['墙', '屋面', '屋顶', '渗水', '瓷砖', '掉'],
  },
  { code: 'lift', name: '电梯', kind: 'component', firstLevel: 'community', words: ['电梯'] },
  {
    code: 'wiring',
    name: '电线、充电',
    kind: 'incident',
    firstLevel: 'grid',
    words: ['电线', '飞线', '充电', '电动车', '电瓶'],
  },
  {
    code: 'clutter',
    name: '楼道堆物',
    kind: 'building_matter',
    firstLevel: 'grid',
    words: ['堆', '杂物', '沙发', '占用', '纸箱', '消防栓', '消防通道'],
  },
  {
    code: 'cleaning',
    name: '垃圾、清扫',
    kind: 'incident',
    firstLevel: 'grid',
    words: ['垃圾', '清扫', '卫生', '脏', '臭'],
  },
  {
    code: 'parking',
    name: '停车',
    kind: 'incident',
    firstLevel: 'community',
    words: ['停车', '车位', '堵路'],
  },
  {
    code: 'noise',
    name: '噪音',
    kind: 'building_matter',
    firstLevel: 'grid',
    words: ['吵', '噪音', '音响', '装修'],
  },
  {
    code: 'green',
    name: '绿化、路面',
    kind: 'component',
    firstLevel: 'community',
    words: ['树', '草', '路面', '坑', '井盖'],
  },
  {
    code: 'gas',
    name: '燃气、消防',
    kind: 'incident',
    firstLevel: 'community',
    words: ['燃气', '煤气', '着火', '冒烟', '灭火器'],
  },
  { code: 'other', name: '别的事', kind: 'building_matter', firstLevel: 'grid', words: [] },
] as const satisfies readonly Service[]

export type ServiceCode = (typeof SERVICES)[number]['code']
export const SERVICE_CODES = SERVICES.map(({ code }) => code) as [ServiceCode, ...ServiceCode[]]

/** The service of a code; undefined for a code the catalogue doesn't have. */
export function serviceOf(code: string): Service | undefined {
  return SERVICES.find((service) => service.code === code)
}

/** What a title is probably about: the service with the longest matching word, else `other`. */
export function suggestService(title: string): ServiceCode {
  let best: { code: ServiceCode; length: number } = { code: 'other', length: 0 }
  for (const service of SERVICES) {
    for (const word of service.words) {
      if (word.length > best.length && title.includes(word))
        best = { code: service.code, length: word.length }
    }
  }
  return best.code
}

/** Who holds a new matter: the grid when the service starts there and the grid has a chief in office, else the community. */
export function firstLevelOf(service: Service, grid: { hasChief: boolean } | null): Level {
  return service.firstLevel === 'grid' && grid?.hasChief ? 'grid' : 'community'
}
