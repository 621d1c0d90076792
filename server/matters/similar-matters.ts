import { DomainError } from '#core/errors'
import {
  canMergeAtAll,
  matterPolicy,
  SIMILAR_AT_MOST,
  visibilityOf,
  type MatterItem,
  type ServiceCode,
} from '#core/matters'
import { belongsHere, type PlaceKind } from '#core/places'
import { findPlace } from '#server/places/index'
import { rankSimilar } from '#server/search/index'
import type { Context } from '#server/platform/context'
import { presentItem } from './present-matter'
import { findMatter, listOpenAtPlace, matterOf, type MatterRow } from './repository'

/** So many open matters of a building or an estate are looked through. */
const LOOKED_THROUGH = 200
const MERGE_TARGETS_AT_MOST = 20
const WIDE: readonly PlaceKind[] = ['building', 'courtyard', 'estate', 'premises', 'facility']

/** While a report is typed: open matters around its place that may be the same. Three queries. */
export async function listSimilarMatters(
  { db, actor, region, now }: Context,
  { placeId, serviceCode, title }: { placeId: string; serviceCode: ServiceCode; title: string },
): Promise<{ items: MatterItem[] }> {
  if (!belongsHere(actor)) throw new DomainError('NOT_ALLOWED')
  if (visibilityOf(serviceCode) !== 'public') return { items: [] }
  const around = await placeAround({ db, region }, placeId)
  const rows = await listOpenAtPlace(db, region.regionId, around, { limit: LOOKED_THROUGH })
  const readable = rows.filter(
    (row) => row.reporter_id !== actor.personId && matterPolicy.read_words(actor, matterOf(row)),
  )
  const items = alikeThenSame(title, serviceCode, readable).slice(0, SIMILAR_AT_MOST)
  return { items: items.map((row) => presentItem(row, region, actor, now())) }
}

/** What a triage may merge a matter into, the most alike first. */
export async function listMergeTargets(
  { db, actor, region, now }: Context,
  matterId: string,
): Promise<{ items: MatterItem[] }> {
  const row = await findMatter(db, region.regionId, matterId)
  const matter = row && matterOf(row)
  if (!row || !matter || !matterPolicy.read(actor, matter)) throw new DomainError('NOT_FOUND')
  if (!matterPolicy.merge(actor, matter) || !canMergeAtAll(matter)) throw new DomainError('NOT_ALLOWED')
  const around = await placeAround({ db, region }, row.place_id)
  const rows = await listOpenAtPlace(db, region.regionId, around, { except: matterId, limit: LOOKED_THROUGH })
  const readable = rows.filter((one) => matterPolicy.read(actor, matterOf(one)))
  const items = alikeThenSame(row.title, row.service_code, readable).slice(0, MERGE_TARGETS_AT_MOST)
  return { items: items.map((one) => presentItem(one, region, actor, now())) }
}

/**
 * Open matters of that place and category are offered whatever their words (domain.md 5), after those that sound alike;
 * `other` is no category that says anything.
 */
function alikeThenSame(title: string, serviceCode: ServiceCode, rows: readonly MatterRow[]): MatterRow[] {
  const ranked = rankSimilar(
    title,
    rows.map((row) => ({ id: row.matter_id, title: row.title })),
  )
  const alike = ranked.map(({ id }) => rows.find((row) => row.matter_id === id) as MatterRow)
  const isSame = (row: MatterRow) => row.service_code === serviceCode
  const others = serviceCode === 'other' ? [] : rows.filter((row) => isSame(row) && !alike.includes(row))
  // The same category first; the order among them stays that of likeness.
  return [...alike.filter(isSame), ...alike.filter((row) => !isSame(row)), ...others]
}

/** The building a place stands in, or the place itself: 2单元's lamp may have been reported for 3号楼. */
async function placeAround({ db, region }: Pick<Context, 'db' | 'region'>, placeId: string): Promise<string> {
  const place = await findPlace(db, region.regionId, placeId)
  if (!place) throw new DomainError('PLACE_NOT_HERE', 'placeId')
  const building = place.pathNames.find(({ kind }) => kind === 'building')
  const wide = [...place.pathNames].reverse().find(({ kind }) => WIDE.includes(kind))
  return building?.placeId ?? wide?.placeId ?? placeId
}
