import {
  applyImportEndpoint,
  exportEndpoint,
  listImportProblemsEndpoint,
  listImportsEndpoint,
  readImportEndpoint,
  uploadImportEndpoint,
  type Sheet,
} from '#core/imports'
import { anImport } from '../../builders/imports'
import { acts, calls, type Chapter } from './call'
import type { Stage } from './stage'

const here = ({ place }: Stage) => ({ communityId: place.community.communityId })
const uploaded = async (stage: Stage, sheets: Sheet[]) => ({
  ...here(stage),
  importId: await anImport(stage.server.db, {
    ...here(stage),
    personId: stage.persons.community_staff.personId,
    sheets,
    at: stage.server.clock.now,
  }),
})
const apply = (sheets: Sheet[]) =>
  acts(applyImportEndpoint)(async (stage) => ({
    params: await uploaded(stage, sheets),
    body: { act: 'apply' },
  }))
const take = (sheets: Sheet[]) =>
  acts(exportEndpoint)((stage) => ({ params: here(stage), body: { sheets, format: 'xlsx' } }))

/**
 * domain.md 3: the administrator has the places, community staff import rolls. To all others imports don't exist; who is
 * on the residents' roll is not the administrator's business either.
 */
export const IMPORTS: Chapter = {
  about: 'imports and exports',
  columns: {
    upload: acts(uploadImportEndpoint)((stage) => ({
      params: here(stage),
      file: Buffer.from('户,姓名,关系,是否成年\n'),
    })),
    list: calls(listImportsEndpoint)((stage) => ({ params: here(stage), query: {} })),
    read: calls(readImportEndpoint)(async (stage) => ({ params: await uploaded(stage, ['roll']) })),
    problems: calls(listImportProblemsEndpoint)(async (stage) => ({
      params: await uploaded(stage, ['roll']),
      query: {},
    })),
    'apply places': apply(['places', 'homes']),
    'apply units': apply(['units']),
    'apply rolls': apply(['owners', 'roll']),
    'take places': take(['places', 'homes', 'units']),
    'take rolls': take(['owners', 'roll']),
  },
  table: `
                                                 | upload | list | read | problems | apply places | apply units | apply rolls | take places | take rolls
nobody                                           | 401    | 401  | 401  | 401      | 401          | 401         | 401         | 401         | 401
visitor, the reporter, the asker, residents      | 404    | 404  | 404  | 404      | 404          | 404         | 404         | 404         | 404
building_head, building_head of another building | 404    | 404  | 404  | 404      | 404          | 404         | 404         | 404         | 404
owners_committee, residents_committee            | 404    | 404  | 404  | 404      | 404          | 404         | 404         | 404         | 404
property company                                 | 404    | 404  | 404  | 404      | 404          | 404         | 404         | 404         | 404
property_staff of another estate                 | 404    | 404  | 404  | 404      | 404          | 404         | 404         | 404         | 404
grid_worker, grid_worker who handled             | 404    | 404  | 404  | 404      | 404          | 404         | 404         | 404         | 404
grid_worker of another grid                      | 404    | 404  | 404  | 404      | 404          | 404         | 404         | 404         | 404
grid_chief, grid_chief who handled               | 404    | 404  | 404  | 404      | 404          | 404         | 404         | 404         | 404
grid_chief of another grid                       | 404    | 404  | 404  | 404      | 404          | 404         | 404         | 404         | 404
grid_specialist, grid_specialist of another grid | 404    | 404  | 404  | 404      | 404          | 404         | 404         | 404         | 404
community_staff, community_staff who handled     | 200    | 200  | 200  | 200      | 403          | 200         | 200         | 200         | 200
community_secretary                              | 404    | 404  | 404  | 404      | 404          | 404         | 404         | 404         | 404
levels above, auditor                            | 404    | 404  | 404  | 404      | 404          | 404         | 404         | 404         | 404
administrator                                    | 200    | 200  | 200  | 200      | 200          | 200         | 403         | 200         | 403
the other community                              | 404    | 404  | 404  | 404      | 404          | 404         | 404         | 404         | 404`,
}
