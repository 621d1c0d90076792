import { z } from 'zod/mini'
import { cursor, endpoint, id, instant, pageOf } from '../contract'
import { SHEETS } from './form'
import { IMPORT_BYTES } from './limits'

const sheet = z.enum(SHEETS)
const communityParams = z.object({ communityId: id })
const importParams = z.object({ communityId: id, importId: id })

/** How far an import is. `failed`: something outside the file went wrong, nothing was written. */
export const IMPORT_STATES = ['checking', 'bad', 'ready', 'applying', 'applied', 'failed', 'expired'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

export const IMPORT_FORMATS = ['xlsx', 'csv'] as const
export type ImportFormat = (typeof IMPORT_FORMATS)[number]

const sheetCounts = z.object({
  sheet,
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  ending: z.int(),
})

export const importView = z.object({
  importId: id,
  communityId: id,
  format: z.enum(IMPORT_FORMATS),
  state: z.enum(IMPORT_STATES),
  byName: z.string(),
  createdAt: instant,
  /** When it was written; null until then. */
  appliedAt: z.nullable(instant),
  /** Rows that are read or written so far, and how many there are; 0 as long as nobody knows. */
  rowsDone: z.int(),
  rowsTotal: z.int(),
  /** What it does to each sheet that the file has; empty until it is checked. */
  counts: z.array(sheetCounts),
  problemCount: z.int(),
  mayApply: z.boolean(),
  /** Something else changed after 导入 was pressed, nothing was written: the counts are new, to be looked at again. */
  previewChanged: z.boolean(),
})
export type ImportView = z.output<typeof importView>
export type SheetCountsView = z.output<typeof sheetCounts>

/** One thing that is wrong, where the spreadsheet shows it. Null: the whole sheet or file. */
export const importProblem = z.object({
  position: z.int(),
  sheet: z.nullable(z.string()),
  row: z.nullable(z.int()),
  column: z.nullable(z.string()),
  words: z.string(),
})
export type ImportProblem = z.output<typeof importProblem>

export const uploadImportEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/imports',
  summary: '传一个要导入的表格；先核对，核对完再导入',
  params: communityParams,
  upload: {
    maxBytes: IMPORT_BYTES,
    types: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
  },
  response: importView,
})

export const listImportsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/imports',
  summary: '导入过的表格，最近的在前',
  params: communityParams,
  query: z.object({ cursor }),
  response: pageOf(importView),
})

export const readImportEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/imports/:importId',
  summary: '一次导入到哪一步了',
  params: importParams,
  response: importView,
})

export const listImportProblemsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/imports/:importId/problems',
  summary: '表格里哪些行不对、为什么',
  params: importParams,
  query: z.object({ cursor }),
  response: pageOf(importProblem),
})

export const applyImportEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/imports/:importId/acts',
  summary: '把核对好的表格导入',
  params: importParams,
  body: z.object({ act: z.literal('apply') }),
  response: importView,
})

export const exportEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/exports',
  summary: '导出成同样的表格；答复里是下载地址，几分钟有效',
  params: communityParams,
  body: z.object({
    sheets: z.array(sheet).check(z.minLength(1), z.maxLength(SHEETS.length)),
    format: z.enum(IMPORT_FORMATS),
  }),
  response: z.object({ address: z.string(), until: instant }),
})
