import {
  applyImportEndpoint,
  exportEndpoint,
  listImportProblemsEndpoint,
  listImportsEndpoint,
  readImportEndpoint,
} from '#core/imports'
import { idOf } from '../builders/big-district'
import type { AreaPlans, Seen } from './look'

const tenth = ({ params, community }: Seen) => ({
  ...params,
  importId: idOf('import', community * 1000 + 10),
})

/** Imports: what is asked while somebody waits. Reading all that stands of a community is the work of the job itself. */
export const importPlans: AreaPlans = {
  reads: {
    'imports of the community': ({ pages, params, staff }) =>
      pages(listImportsEndpoint, staff, { params, query: {} }),
    'an import': (seen) => seen.ok(readImportEndpoint, seen.staff, { params: tenth(seen) }),
    'what is wrong with an import': (seen) =>
      seen.pages(listImportProblemsEndpoint, seen.staff, { params: tenth(seen), query: {} }),
  },
  writes: {
    'applying an import': async (seen) => {
      await seen.ok(applyImportEndpoint, seen.staff, { params: tenth(seen), body: { act: 'apply' } })
    },
    'asking for an export': async ({ ok, params, staff }) => {
      await ok(exportEndpoint, staff, { params, body: { sheets: ['roll'], format: 'xlsx' } })
    },
  },
}
