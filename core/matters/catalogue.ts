import type { Level } from './workflow'

/** 事项种类 (domain.md 5): component … hazard are handled in the open, the others are appeal services. */
export const MATTER_KINDS = [
  'component',
  'incident',
  'building_matter',
  'premises',
  'hazard',
  'mediation',
  'legal_advice',
  'complaint',
  'counselling',
  'aid',
] as const
export type MatterKind = (typeof MATTER_KINDS)[number]

export const MATTER_KIND_LABELS: Record<MatterKind, string> = {
  component: '部件',
  incident: '事件',
  building_matter: '楼栋事项',
  premises: '场所',
  hazard: '隐患',
  mediation: '调解',
  legal_advice: '法律咨询',
  complaint: '投诉和建议',
  counselling: '心理疏导',
  aid: '困难救助',
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

const service = <Code extends string>(
  code: Code,
  name: string,
  kind: MatterKind,
  firstLevel: Level,
  words: readonly string[],
) => ({ code, name, kind, firstLevel, words })

/** The catalogue: Open311 services a community starts with. `other` takes what fits nowhere else. */
export const SERVICES = [
  service('stair_lamp', '楼道灯', 'component', 'grid', ['灯', '不亮', '黑']),
  service('door', '楼道门、门禁', 'component', 'grid', ['门', '门禁', '锁', '刷卡']),
  service('handrail', '扶手、台阶', 'component', 'grid', ['扶手', '栏杆', '台阶', '楼梯坏', '楼梯滑']),
  service('pipe', '水管、下水', 'component', 'community', [
    '水管',
    '下水',
    '漏水',
    '堵',
    '返味',
    '停水',
    '污水',
  ]),
  service('wall', '墙面、屋面', 'component', 'community', ['墙', '屋面', '屋顶', '渗水', '瓷砖', '掉']),
  service('lift', '电梯', 'component', 'community', ['电梯']),
  service('wiring', '电线、充电', 'incident', 'grid', ['电线', '飞线', '充电', '电动车', '电瓶']),
  service('clutter', '楼道堆物', 'building_matter', 'grid', [
    '堆',
    '杂物',
    '沙发',
    '占用',
    '纸箱',
    '消防栓',
    '消防通道',
  ]),
  service('cleaning', '垃圾、清扫', 'incident', 'grid', ['垃圾', '清扫', '卫生', '脏', '臭']),
  service('parking', '停车', 'incident', 'community', ['停车', '车位', '堵路']),
  service('noise', '噪音', 'building_matter', 'grid', ['吵', '噪音', '音响', '装修']),
  service('green', '绿化、路面', 'component', 'community', ['树', '草', '路面', '坑', '井盖']),
  service('gas', '燃气、消防', 'incident', 'community', ['燃气', '煤气', '着火', '冒烟', '灭火器']),
  service('shop', '店铺、摊点', 'premises', 'grid', ['店', '饭馆', '油烟', '摊', '超市']),
  service('hazard', '巡查发现的隐患', 'hazard', 'community', []),
  service('mediation', '邻里调解', 'mediation', 'community', ['调解', '吵架', '邻居纠纷', '闹矛盾']),
  service('legal_advice', '法律咨询', 'legal_advice', 'community', [
    '法律',
    '律师',
    '打官司',
    '遗嘱',
    '合同',
  ]),
  service('complaint', '投诉和建议', 'complaint', 'community', ['投诉', '建议', '态度']),
  service('counselling', '心理疏导', 'counselling', 'community', ['心理', '想不开', '睡不着', '抑郁']),
  service('aid', '困难救助', 'aid', 'community', ['救助', '低保', '困难补助', '吃不上饭']),
  service('other', '别的事', 'building_matter', 'grid', []),
] as const satisfies readonly Service[]

export type ServiceCode = (typeof SERVICES)[number]['code']
export const SERVICE_CODES = SERVICES.map(({ code }) => code) as [ServiceCode, ...ServiceCode[]]

/** The service of a code; undefined for a code the catalogue doesn't have. */
export function serviceOf(code: string): Service | undefined {
  return SERVICES.find((one) => one.code === code)
}

/** The kind of a service of the catalogue. */
export function matterKindOf(code: ServiceCode): MatterKind {
  return (serviceOf(code) as Service).kind
}

/** What a title is probably about: the service with the longest matching word, else `other`. */
export function suggestService(title: string): ServiceCode {
  let best: { code: ServiceCode; length: number } = { code: 'other', length: 0 }
  for (const { code, words } of SERVICES) {
    for (const word of words) {
      if (word.length > best.length && title.includes(word)) best = { code, length: word.length }
    }
  }
  return best.code
}

/** Who holds a new matter: the grid when the service starts there and the grid has a chief in office, else the community. */
export function firstLevelOf(
  service: Pick<Service, 'firstLevel'>,
  grid: { hasChief: boolean } | null,
): Level {
  return service.firstLevel === 'grid' && grid?.hasChief ? 'grid' : 'community'
}
