/** Levels of administration. One deployment is one district; communities are its tenants (domain.md 2). */
export const REGION_KINDS = ['district', 'subdistrict', 'community'] as const
export type RegionKind = (typeof REGION_KINDS)[number]

/** Physical places inside a community, and the grids that cover them. */
export const PLACE_KINDS = [
  'estate',
  'courtyard',
  'building',
  'entrance',
  'home',
  'premises',
  'facility',
  'grid',
  'functional_grid',
] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

export const REGION_LABELS: Record<RegionKind, string> = {
  district: '区',
  subdistrict: '街道',
  community: '社区',
}

export const PLACE_LABELS: Record<PlaceKind, string> = {
  estate: '小区',
  courtyard: '院落',
  building: '楼栋',
  entrance: '门栋',
  home: '户',
  premises: '场所',
  facility: '设施',
  grid: '网格',
  functional_grid: '功能性网格',
}

/** What a place may stand in; depth is not fixed. A community is written as `community`. */
const PARENTS: Record<PlaceKind, readonly (PlaceKind | 'community')[]> = {
  estate: ['community'],
  courtyard: ['estate', 'community'],
  building: ['estate', 'courtyard', 'community'],
  entrance: ['building'],
  home: ['building', 'entrance', 'courtyard'],
  premises: ['community', 'estate', 'courtyard', 'building', 'entrance'],
  facility: ['community', 'estate', 'courtyard', 'building', 'entrance'],
  grid: ['community'],
  functional_grid: ['community'],
}

const REGION_PARENTS: Record<RegionKind, RegionKind | null> = {
  district: null,
  subdistrict: 'district',
  community: 'subdistrict',
}

/** Whether a place of this kind may stand in such a parent. */
export function fitsIn(kind: PlaceKind, parent: PlaceKind | 'community'): boolean {
  return PARENTS[kind].includes(parent)
}

/** The kind of region that a region of this kind lies in; null for the district. */
export function regionParent(kind: RegionKind): RegionKind | null {
  return REGION_PARENTS[kind]
}

/** Places that a basic or functional grid may cover (domain.md 2: "cover buildings or entrances"). */
export function coverable(kind: PlaceKind): boolean {
  return kind === 'building' || kind === 'entrance'
}

/** Places that residents choose when they say where something is. */
export function reportable(kind: PlaceKind): boolean {
  return kind !== 'grid' && kind !== 'functional_grid' && kind !== 'home'
}
