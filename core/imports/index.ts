export { areaText, NONE, pathText, sameName, tidy, withoutQuote, withQuote, Wrong } from './cells'
export type { Changes, Counts, Plan, SheetCounts, UnitHome } from './changes'
export * from './contract'
export {
  AREA_SOURCE_LABELS,
  AREA_SOURCES,
  columnsOf,
  DELIVERY_LABELS,
  EXPLAINING_SHEET,
  FORM,
  OWNER_KIND_LABELS,
  SHEETS,
  UNIT_KIND_LABELS,
  type AreaSource,
  type Delivery,
  type OwnerKind,
  type RowOf,
  type Sheet,
  type UnitKind,
} from './form'
export {
  IMPORT_BYTES,
  IMPORT_CELL_LENGTH,
  IMPORT_COLUMNS,
  IMPORT_PROBLEM_DAYS,
  IMPORT_PROBLEMS,
  IMPORT_RAW_ROWS,
  IMPORT_ROWS,
  IMPORT_SHEETS,
  IMPORT_TEXTS,
  IMPORT_UNPACKED_BYTES,
  IMPORT_WAIT_HOURS,
  ROLL_ERASED_AFTER_DAYS,
} from './limits'
export { sheetRows } from './out'
export { planImport } from './plan'
export {
  importPolicy,
  mayExport,
  mayImport,
  NOT_YOUR_SHEET,
  sheetsToExport,
  sheetsToImport,
  worksWithImports,
} from './policy'
export {
  columnInWords,
  noRows,
  sheetReader,
  sheetTitled,
  sheetWithHeadings,
  type FileRows,
  type Problem,
  type ReadRow,
  type SheetReader,
} from './read'
export {
  nothingStands,
  stillThere,
  type Standing,
  type StandingOwner,
  type StandingOwnership,
  type StandingPlace,
  type StandingRollEntry,
  type StandingUnit,
} from './standing'
export { FILE_WORDS } from './words'
