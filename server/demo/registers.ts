import { buffer } from 'node:stream/consumers'
import { AREA_SOURCE_LABELS, FORM, OWNER_KIND_LABELS, UNIT_KIND_LABELS, type Sheet } from '#core/imports'
import {
  applyImport,
  checkImport,
  headingsOf,
  uploadImport,
  writeImport,
  writeXlsx,
  type ImportParts,
} from '#server/imports/index'
import type { People } from './cast'
import type { DemoPlaces } from './places'
import { actAs, type Stage } from './stage'

/** Areas in m² of what lies on the left and on the right of the stairs. */
const AREAS = { left: '89.50', right: '76.20' }

/** The table of units and owners of 3号楼, brought in by staff. Owners in it have no name and no phone of anybody. */
export async function bringInOwners(
  stage: Stage,
  parts: ImportParts,
  people: People,
  places: DemoPlaces,
): Promise<void> {
  const staff = await actAs(stage, people.staff.personId, places.communityId)
  const { importId } = await uploadImport(staff, parts, await tableOf(doorsOf('3号楼', places)))
  const key = { communityId: places.communityId, importId }
  await checkImport(stage.db, parts, key, stage.now)
  await applyImport(staff, importId)
  await writeImport(stage.db, parts, key, stage.now)
}

/** 3号楼, 2单元 and 602 of every home in a building. */
const doorsOf = (building: string, { byName }: DemoPlaces) =>
  [...byName.keys()].map((name) => name.split(' ')).filter(([first, , door]) => first === building && door)

function tableOf(doors: readonly string[][]): Promise<Buffer> {
  const rows = doors.map(([building = '', entrance = '', door = '']) => {
    const parent = `湖光苑/${building}/${entrance}`
    const area = door.endsWith('1') ? AREAS.left : AREAS.right
    return {
      unit: [
        '',
        parent,
        door,
        UNIT_KIND_LABELS.dwelling,
        area,
        AREA_SOURCE_LABELS.register,
        '',
        `${parent}/${door}`,
      ],
      owner: [
        `${parent}/${door}`,
        OWNER_KIND_LABELS.person,
        `${entrance} ${door} 的业主`,
        `${building}${entrance}${door}`,
      ],
    }
  })
  const sheet = (name: Sheet, body: string[][]) => ({
    title: FORM[name].title,
    rows: [headingsOf(name), ...body],
  })
  return buffer(
    writeXlsx([
      sheet(
        'units',
        rows.map(({ unit }) => unit),
      ),
      sheet(
        'owners',
        rows.map(({ owner }) => owner),
      ),
    ]),
  )
}
