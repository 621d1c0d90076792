import { isOfCommunities, listRegionsOf, readRows, type ReadingAll, type Region } from './read-rows'

/** `data.json`, written as it is read: region by region, table by table, all rows of each. */
export async function* dataAsJson(reading: ReadingAll, madeAt: Date): AsyncGenerator<string> {
  const regions = await listRegionsOf(reading.db, reading.personId)
  yield `{"personId":${JSON.stringify(reading.personId)},"madeAt":${JSON.stringify(madeAt)}`
  yield* tablesAsJson(reading, undefined)
  yield ',"regions":['
  for (const [index, region] of regions.entries()) {
    yield `${index === 0 ? '' : ','}\n{"regionId":"${region.regionId}","name":${JSON.stringify(region.name)}`
    yield* tablesAsJson(reading, region)
    yield '}'
  }
  yield ']}\n'
}

async function* tablesAsJson(reading: ReadingAll, region: Region | undefined): AsyncGenerator<string> {
  for (const { tables } of Object.values(reading.areas)) {
    for (const table of tables) {
      if (isOfCommunities(table) !== (region !== undefined)) continue
      yield `,\n"${table.table}":[`
      let first = true
      for await (const row of readRows(reading, table, region?.regionId)) {
        yield `${first ? '' : ','}\n${JSON.stringify(row)}`
        first = false
      }
      yield ']'
    }
  }
}
