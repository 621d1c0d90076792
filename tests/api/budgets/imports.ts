import {
  applyImportEndpoint,
  exportEndpoint,
  listImportProblemsEndpoint,
  listImportsEndpoint,
  readImportEndpoint,
  uploadImportEndpoint,
} from '#core/imports'
import { anImport, problemsOf } from '../../builders/imports'
import { here, HERE, ON_RECORD, ONCE, read, write, type AreaBudgets, type Scene } from './budget'

const made = (scene: Scene) =>
  anImport(scene.server.db, {
    communityId: scene.busy.place.community.communityId,
    personId: scene.busy.everywhere.personId,
    at: scene.server.clock.now,
  })

const reads: AreaBudgets['reads'] = {
  imports: read(listImportsEndpoint, HERE + 1),
  'an import': read(readImportEndpoint, HERE + 1),
  'what is wrong with an import': read(listImportProblemsEndpoint, HERE + 2), // the import; what is wrong
}

const writes: AreaBudgets['writes'] = {
  'upload a table': {
    endpoint: uploadImportEndpoint,
    statements: HERE + ONCE + ON_RECORD + 5, // the key it is sealed with; saved; how far; its job; read again
    input: (scene) => ({ params: here(scene), file: Buffer.from('户,姓名,关系,是否成年\n') }),
  },
  'apply an import': {
    endpoint: applyImportEndpoint,
    statements: HERE + ONCE + ON_RECORD + 5, // read; begun; how far; its job; read again
    input: async (scene) => ({
      params: { ...here(scene), importId: await made(scene) },
      body: { act: 'apply' },
    }),
  },
  export: write(exportEndpoint, HERE + ONCE + ON_RECORD, () => ({ sheets: ['roll'], format: 'xlsx' })),
}

async function twenty(scene: Scene): Promise<void> {
  for (let count = 0; count < 20; count += 1) await made(scene)
  const key = {
    communityId: scene.busy.place.community.communityId,
    importId: scene.busy.ids.importId as string,
  }
  await problemsOf(
    scene.server.db,
    key,
    Array.from({ length: 20 }, (_, index) => index + 10),
  )
}

export const importBudgets: AreaBudgets = { reads, writes, twenty }
