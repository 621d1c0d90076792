import { RELATIONS, type Relation } from '../permissions'
import { RELATION_LABELS } from '../people'
import { PLACE_LABELS, type PlaceKind } from '../places'
import { areaOf, dayOf, numberOf, oneOf, pathOf, pathsOf, phoneOf, textOf, type ReadCell } from './cells'

export const SHEETS = ['places', 'homes', 'units', 'owners', 'roll'] as const
export type Sheet = (typeof SHEETS)[number]

/** 专有部分的类型. Whether parking counts as units is a setting of each vote (domain.md 7). */
export const UNIT_KINDS = ['dwelling', 'premises', 'parking', 'storage', 'other'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]
export const UNIT_KIND_LABELS: Record<UnitKind, string> = {
  dwelling: '住宅',
  premises: '商铺',
  parking: '车位',
  storage: '储藏间',
  other: '其他',
}

/** Where an area comes from, the most trusted first (domain.md 7). */
export const AREA_SOURCES = ['register', 'survey', 'contract'] as const
export type AreaSource = (typeof AREA_SOURCES)[number]
export const AREA_SOURCE_LABELS: Record<AreaSource, string> = {
  register: '登记',
  survey: '测绘',
  contract: '合同',
}

/** 交付情况. All unsold or undelivered units of the developer vote as one person (domain.md 7). */
export const DELIVERIES = ['delivered', 'unsold', 'undelivered'] as const
export type Delivery = (typeof DELIVERIES)[number]
export const DELIVERY_LABELS: Record<Delivery, string> = {
  delivered: '已交付',
  unsold: '未售',
  undelivered: '未交付',
}

export const OWNER_KINDS = ['person', 'organisation'] as const
export type OwnerKind = (typeof OWNER_KINDS)[number]
export const OWNER_KIND_LABELS: Record<OwnerKind, string> = { person: '个人', organisation: '单位' }

/** Places that stand on the sheet of places; homes have their own, grids are not imported. */
export type ImportedPlaceKind = Exclude<PlaceKind, 'home' | 'grid' | 'functional_grid'>
const PLACE_ROW_KINDS: readonly ImportedPlaceKind[] = [
  'estate',
  'courtyard',
  'building',
  'entrance',
  'premises',
  'facility',
]

export interface Column<T> {
  heading: string
  /** Every row must say it. */
  needed: boolean
  /** What belongs there, in words: the template shows it. */
  hint: string
  read: ReadCell<T>
}

const needed = <T>(heading: string, read: ReadCell<T>, hint: string): Column<T> & { needed: true } => ({
  heading,
  read,
  hint,
  needed: true,
})
const column = <T>(heading: string, read: ReadCell<T>, hint: string): Column<T> & { needed: false } => ({
  heading,
  read,
  hint,
  needed: false,
})
const wordsFor = <T extends string>(kinds: readonly T[], labels: Record<T, string>) =>
  oneOf(Object.fromEntries(kinds.map((kind) => [labels[kind], kind])))

const NAME_LENGTH = 40
const PERSON_LENGTH = 60
const number = column('编号', numberOf, '可以不写。写了编号，以后改名称也认得出是同一个')
const endsOn = column('结束日期', dayOf, '从这一天起不再算；还在的就空着')
const phone = column('电话', phoneOf, '可以不写；写「无」是去掉原来的')

/** 导入的表. One table: template, preview, reading and export all come from it. */
export const FORM = {
  places: {
    title: '地方',
    columns: {
      number,
      kind: needed('类型', wordsFor(PLACE_ROW_KINDS, PLACE_LABELS), '小区、院落、楼栋、门栋、场所或设施'),
      parent: column('上级', pathOf, '从小区写起，用 / 隔开，如 湖光苑/3号楼；直接在社区下面的空着'),
      name: needed('名称', textOf(NAME_LENGTH), '如 3号楼'),
      endsOn,
    },
  },
  homes: {
    title: '户',
    columns: {
      number,
      parent: needed('所在楼栋或门栋', pathOf, '如 湖光苑/3号楼/2单元'),
      name: needed('门牌号', textOf(NAME_LENGTH), '如 602'),
      endsOn,
    },
  },
  units: {
    title: '专有部分',
    columns: {
      number,
      parent: column('位置', pathOf, '在哪个楼栋、门栋或小区，如 湖光苑/3号楼/2单元'),
      name: needed('部分名称', textOf(NAME_LENGTH), '如 602、地下车位B012'),
      kind: needed('用途', wordsFor(UNIT_KINDS, UNIT_KIND_LABELS), '住宅、商铺、车位、储藏间或其他'),
      area: column('面积（平方米）', areaOf, '住宅和商铺一定要写，最多两位小数，如 89.50'),
      areaSource: column(
        '面积来源',
        wordsFor(AREA_SOURCES, AREA_SOURCE_LABELS),
        '登记、测绘或合同；写了面积就要写',
      ),
      delivery: column(
        '交付情况',
        wordsFor(DELIVERIES, DELIVERY_LABELS),
        '未售、未交付或已交付；新的空着就是已交付',
      ),
      homes: column('对应的户', pathsOf, '如 湖光苑/3号楼/2单元/602；几户用；隔开，写「无」是没有'),
      endsOn,
    },
  },
  owners: {
    title: '业主',
    columns: {
      unit: needed('专有部分', pathOf, '位置和名称连起来，如 湖光苑/3号楼/2单元/602'),
      kind: needed('业主类型', wordsFor(OWNER_KINDS, OWNER_KIND_LABELS), '个人或单位'),
      name: needed('业主', textOf(PERSON_LENGTH), '姓名或单位名称；几个人共有就一人一行'),
      number: column(
        '业主编号',
        numberOf,
        '同一个人名下几套房，写同一个编号；没有编号就要写电话。不要写身份证号',
      ),
      // Guardians vote for minors, a recorded representative for an organisation (domain.md 7).
      phone: column(
        '电话',
        phoneOf,
        '替业主投票的人的：本人的；未成年人写监护人的，单位写代表人的。可以不写；写「无」是去掉原来的',
      ),
      startsOn: column('开始日期', dayOf, '从哪天起是业主；不知道就空着'),
      endsOn,
    },
  },
  roll: {
    title: '住户名册',
    columns: {
      home: needed('户', pathOf, '如 湖光苑/3号楼/2单元/602'),
      name: needed('姓名', textOf(PERSON_LENGTH), '住在这一户的人，一人一行'),
      relation: needed('关系', wordsFor<Relation>(RELATIONS, RELATION_LABELS), '业主、家人或租户'),
      isAdult: needed('是否成年', oneOf({ 是: true, 否: false }), '是或否'),
      phone,
      endsOn,
    },
  },
} as const

/** The sheet of the template that explains the others; in a file it is passed over. */
export const EXPLAINING_SHEET = '说明'

type Columns<S extends Sheet> = (typeof FORM)[S]['columns']
type Said<C> = C extends Column<infer T> ? T : never

/** One row of a sheet as it was understood. Undefined: the cell was left empty. */
export type RowOf<S extends Sheet> = {
  [K in keyof Columns<S>]: Columns<S>[K] extends { needed: true }
    ? Said<Columns<S>[K]>
    : Said<Columns<S>[K]> | undefined
}

/** The columns of a sheet by key, in the order of the form. */
export function columnsOf(sheet: Sheet): [string, Column<unknown>][] {
  return Object.entries(FORM[sheet].columns as Record<string, Column<unknown>>)
}

export function headingOf<S extends Sheet>(sheet: S, key: keyof Columns<S>): string {
  return (FORM[sheet].columns as Record<PropertyKey, Column<unknown>>)[key]?.heading ?? ''
}
