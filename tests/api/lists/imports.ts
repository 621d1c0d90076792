import { listImportProblemsEndpoint, listImportsEndpoint } from '#core/imports'
import { anImport, problemsOf } from '../../builders/imports'
import { here, newestFirst, pageOf, ROWS, type Lists, type Scene } from './list'

async function imports(scene: Scene, count: number): Promise<string[]> {
  const made: string[] = []
  for (let one = 0; one < count; one += 1)
    made.push(
      await anImport(scene.server.db, {
        ...here(scene),
        personId: scene.staff.personId,
        at: scene.server.clock.now,
      }),
    )
  return made
}

/** The one import whose problems are read, made when it is first asked for. */
const bad = new WeakMap<Scene, Promise<string>>()
function badImport(scene: Scene): Promise<string> {
  const known = bad.get(scene) ?? imports(scene, 1).then(([importId]) => importId as string)
  bad.set(scene, known)
  return known
}
const from = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index)

let arrived = 1_000
async function problems(scene: Scene, positions: number[]): Promise<string[]> {
  return problemsOf(scene.server.db, { ...here(scene), importId: await badImport(scene) }, positions)
}

export const importLists: Lists = {
  'imports, newest first': {
    endpoint: listImportsEndpoint,
    page: (scene, cursor) =>
      pageOf(
        scene.server.ok(listImportsEndpoint, {
          as: scene.staff.token,
          params: here(scene),
          query: { cursor },
        }),
        (item) => item.importId,
      ),
    fill: (scene) => newestFirst(imports(scene, ROWS)),
    arrive: (scene) => imports(scene, 3),
  },
  'what is wrong with an import, in the order of the file': {
    endpoint: listImportProblemsEndpoint,
    page: async (scene, cursor) =>
      pageOf(
        scene.server.ok(listImportProblemsEndpoint, {
          as: scene.staff.token,
          params: { ...here(scene), importId: await badImport(scene) },
          query: { cursor },
        }),
        (item) => String(item.position),
      ),
    fill: (scene) => problems(scene, from(1, ROWS)),
    arrive: (scene) => problems(scene, from((arrived += 10), 3)),
  },
}
