import { PAGE_SIZE } from '#core/contract'
import { ALL_ENDPOINTS } from '#server/endpoints'
import { buildNeighbourhood } from '../builders/neighbourhood'
import { LISTS } from './lists'
import { ROWS, type List, type Page, type Scene } from './lists/list'
import { officesSeenBy } from './lists/people'
import { manyRows } from './many-rows'
import { fieldsOf } from './schema-walker'
import { startTestServer } from './test-server'

jest.setTimeout(60_000)

let scene: Scene

beforeEach(async () => {
  const server = await startTestServer()
  const place = await buildNeighbourhood(server.db, server.clock.now)
  scene = {
    server,
    place,
    rows: manyRows(server, place),
    resident: await place.resident(place.community.homeId),
    worker: await place.inOffice('grid_worker', place.community.gridId),
    staff: await place.inOffice('community_staff', place.community.communityId),
    admin: await place.inOffice('administrator', place.districtId, { community: null }),
  }
})
afterEach(() => scene.server.close())

/** Reads to the end; with `arriving`, new rows come in before every further page. */
async function readAll({ page }: Pick<List, 'page'>, arriving?: List['arrive']): Promise<Page[]> {
  const pages = [await page(scene, undefined)]
  for (let cursor = pages[0]?.nextCursor; cursor; cursor = pages[pages.length - 1]?.nextCursor) {
    await arriving?.(scene)
    pages.push(await page(scene, cursor))
    if (pages.length > 10) throw new Error('The list never ends')
  }
  return pages
}

const idsOf = (pages: Page[]) => pages.flatMap(({ ids }) => ids)

it('walks every list of the contract', () => {
  const paged = ALL_ENDPOINTS.filter(({ query }) => fieldsOf(query).some(({ path }) => path[0] === 'cursor'))
  const walked = new Set(LISTS.map(([, { endpoint }]) => endpoint.path))
  expect(paged.map(({ path }) => path).filter((path) => !walked.has(path))).toEqual([])
})

describe.each(LISTS)('%s', (_name, list) => {
  it('is read in pages without gap or repeat, while new rows arrive', async () => {
    const there = idsOf(await readAll(list))
    const filled = await list.fill(scene)
    const quiet = await readAll(list)
    expect(quiet.map(({ ids }) => ids.length)).toEqual(pageSizes(ROWS + there.length))
    expect(idsOf(quiet).filter((id) => !there.includes(id))).toEqual(filled)

    const busy = idsOf(await readAll(list, list.arrive))
    expect(busy.filter((id) => filled.includes(id))).toEqual(filled)
    expect(new Set(busy).size).toBe(busy.length)
  })
})

const pageSizes = (count: number): number[] =>
  Array.from({ length: Math.ceil(count / PAGE_SIZE) }, (_, index) =>
    Math.min(PAGE_SIZE, count - index * PAGE_SIZE),
  )

it('shows of offices only those one may see, and still ends', async () => {
  await scene.rows.grants(ROWS)
  const seen = idsOf(await readAll({ page: officesSeenBy('staff') }))
  const all = idsOf(await readAll({ page: officesSeenBy('admin') }))
  const nobodys = idsOf(await readAll({ page: officesSeenBy('resident') }))
  expect([seen.length < all.length, seen.length >= ROWS / 3, nobodys]).toEqual([true, true, []])
})
