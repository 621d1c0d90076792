import { anyOf, holds, type Actor, type Located, type Role, type Rule } from '../permissions'
import { SHEETS, type Sheet } from './form'

/**
 * Who brings in which sheet (domain.md 3): the administrator has the places, community staff the rolls. Units lie between
 * the two. Rolls of people are read by nobody else, so nobody else takes them out either.
 */
const IMPORTERS: Record<Sheet, Rule<Located>> = {
  places: holds('administrator'),
  homes: holds('administrator'),
  units: holds('administrator', 'community_staff'),
  owners: holds('community_staff'),
  roll: holds('community_staff'),
}

/** Places and homes are public to whoever is signed in; who is on the roll is not. */
const EXPORTERS: Record<Sheet, Rule<Located>> = {
  ...IMPORTERS,
  places: holds('administrator', 'community_staff'),
  homes: holds('administrator', 'community_staff'),
}

export function mayImport(actor: Actor, here: Located, sheet: Sheet): boolean {
  return IMPORTERS[sheet](actor, here)
}

export function mayExport(actor: Actor, here: Located, sheet: Sheet): boolean {
  return EXPORTERS[sheet](actor, here)
}

export const importPolicy = {
  /** Uploading, looking at what an upload would do, and doing it. */
  work: anyOf<Located>(...SHEETS.map((sheet) => IMPORTERS[sheet])),
} satisfies Record<string, Rule<Located>>

/** The words beside a sheet that somebody may not bring in. */
export const NOT_YOUR_SHEET: Record<Sheet, string> = {
  places: '地方由管理员导入，请把这张表交给管理员，或从文件里删掉',
  homes: '户由管理员导入，请把这张表交给管理员，或从文件里删掉',
  units: '专有部分由社区工作人员或管理员导入，请从文件里删掉这张表',
  owners: '业主由社区工作人员导入，请从文件里删掉这张表',
  roll: '住户名册由社区工作人员导入，请从文件里删掉这张表',
}

/** Whether any office held here is one that works with imports; which sheets, the server says of each file. */
export function worksWithImports(offices: readonly { role: Role; placeId: string }[]): boolean {
  return offices.some(({ role, placeId }) =>
    importPolicy.work(
      { personId: '', roles: [{ role, placeId, isLead: false }], homes: [] },
      { jurisdiction: [placeId] },
    ),
  )
}

type Offices = readonly { role: Role; placeId: string }[]

const sheetsFor = (offices: Offices, may: typeof mayExport): Sheet[] =>
  SHEETS.filter((sheet) =>
    offices.some(({ role, placeId }) =>
      may(
        { personId: '', roles: [{ role, placeId, isLead: false }], homes: [] },
        { jurisdiction: [placeId] },
        sheet,
      ),
    ),
  )

/** The sheets that those offices may take out. */
export const sheetsToExport = (offices: Offices): Sheet[] => sheetsFor(offices, mayExport)

/** The sheets that those offices may bring in: fewer than they may take out. */
export const sheetsToImport = (offices: Offices): Sheet[] => sheetsFor(offices, mayImport)
