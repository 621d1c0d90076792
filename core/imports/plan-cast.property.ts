import type { Plan } from './changes'
import { SHEETS } from './form'
import { planImport } from './plan'
import { noRows, sheetReader, type FileRows, type Problem } from './read'
import { nothingStands, type Standing } from './standing'

export const TODAY = '2026-11-22'
let serial = 0
export const newId = () => `id-${++serial}`

export type Table = Partial<Record<(typeof SHEETS)[number], string[][]>>
export const HEADINGS = {
  places: ['类型', '上级', '名称', '编号', '结束日期'],
  homes: ['所在楼栋或门栋', '门牌号', '编号', '结束日期'],
  units: ['位置', '部分名称', '用途', '面积', '面积来源', '对应的户', '交付情况', '编号', '结束日期'],
  owners: ['专有部分', '业主类型', '业主', '业主编号', '电话', '开始日期', '结束日期'],
  roll: ['户', '姓名', '关系', '是否成年', '电话', '结束日期'],
}

export function read(table: Table): { rows: FileRows; problems: Problem[] } {
  const rows = noRows()
  const problems: Problem[] = []
  for (const sheet of SHEETS) {
    const reader = sheetReader(sheet, HEADINGS[sheet])
    problems.push(...reader.problems)
    ;(table[sheet] ?? []).forEach((cells, index) => {
      const said = reader.read(index + 2, cells, problems)
      if (said) (rows[sheet] as unknown[]).push({ row: index + 2, said })
    })
  }
  return { rows, problems }
}

export function plan(table: Table, standing: Standing = nothingStands(), today = TODAY): Plan {
  const { rows, problems } = read(table)
  const made = planImport({ rows, standing, today, newId })
  return { ...made, problems: [...problems, ...made.problems] }
}

/** What stands once a plan is written. */
export function written({ changes, problems }: Plan, before: Standing = nothingStands()): Standing {
  expect(problems).toEqual([])
  const merge = <Row>(
    rows: Row[],
    writes: { added: Row[]; changed: Row[] },
    idOf: (row: Row) => string,
  ): Row[] => {
    const all = new Map(rows.map((row) => [idOf(row), row]))
    for (const row of [...writes.added, ...writes.changed])
      all.set(idOf(row), { ...all.get(idOf(row)), ...row })
    return [...all.values()]
  }
  const units = merge(
    before.units,
    {
      added: changes.units.added.map((unit) => ({ ...unit, homeIds: [] })),
      changed: changes.units.changed.map((unit) => ({
        ...unit,
        homeIds: before.units.find(({ unitId }) => unitId === unit.unitId)?.homeIds ?? [],
      })),
    },
    ({ unitId }) => unitId,
  ).map((unit) => {
    const of = (links: { unitId: string; homeId: string }[]) =>
      links.filter(({ unitId }) => unitId === unit.unitId).map(({ homeId }) => homeId)
    const ended = of(changes.unitHomes.ended)
    return {
      ...unit,
      homeIds: [...unit.homeIds.filter((id) => !ended.includes(id)), ...of(changes.unitHomes.added)],
    }
  })
  return {
    ...before,
    places: merge(before.places, changes.places, ({ placeId }) => placeId),
    units,
    owners: merge(before.owners, changes.owners, ({ ownerId }) => ownerId),
    ownerships: merge(before.ownerships, changes.ownerships, ({ ownershipId }) => ownershipId),
    roll: merge(before.roll, changes.roll, ({ entryId }) => entryId),
  }
}

export const words = ({ problems }: Plan) =>
  problems.map(({ sheet, row, column, words: why }) => [sheet, row, column, why])
export const wordsOf = (table: Table, standing?: Standing) => words(plan(table, standing))

export const WHOLE: Table = {
  places: [
    ['门栋', '湖光苑/3号楼', '2单元'],
    ['小区', '', '湖光苑'],
    ['楼栋', '湖光苑', '3号楼', 'L3'],
    ['设施', '湖光苑', '东门路灯'],
  ],
  homes: [
    ['湖光苑/3号楼/2单元', '602'],
    ['湖光苑/3号楼/2单元', '402'],
  ],
  units: [
    ['湖光苑/3号楼/2单元', '602', '住宅', '89.50', '登记', '湖光苑/3号楼/2单元/602；湖光苑/3号楼/2单元/402'],
    ['湖光苑', '车位B012', '车位', '', '', '', '未售'],
  ],
  owners: [
    ['湖光苑/3号楼/2单元/602', '个人', '陈梅', 'Y1', '13800138000', '2019-05-01'],
    ['湖光苑/3号楼/2单元/602', '个人', '李强', '', '13800138001'],
    ['湖光苑/车位B012', '单位', '湖光置业', 'K1'],
  ],
  roll: [['湖光苑/3号楼/2单元/602', '陈梅', '业主', '是', '13800138000']],
}
export const stood = () => written(plan(WHOLE))
