/** Largest file, in bytes: 100,000 rows are about 10 MB as CSV and half of that as XLSX. */
export const IMPORT_BYTES = 16 * 1024 * 1024
/** What a workbook may unpack to, in bytes, all its parts together: several times what 100,000 rows need; more is a bomb. */
export const IMPORT_UNPACKED_BYTES = 160 * 1024 * 1024
/** Rows of all sheets together. */
export const IMPORT_ROWS = 200_000
/** Rows that a file may have, empty ones and those of sheets nobody knows too: as many as a sheet of a spreadsheet. */
export const IMPORT_RAW_ROWS = 1_048_576
/** Texts that the sheets of a workbook may share: five for each row. */
export const IMPORT_TEXTS = 5 * IMPORT_ROWS
/** So much that is wrong is said of a file; then it is told that there is more. */
export const IMPORT_PROBLEMS = 1_000
/** Columns of one sheet, known or not. */
export const IMPORT_COLUMNS = 40
/** Sheets of one workbook. */
export const IMPORT_SHEETS = 12
/** Characters of one cell. */
export const IMPORT_CELL_LENGTH = 400
/** A file that waits for its 导入 is removed after so many hours, and the words about its rows after so many days. */
export const IMPORT_WAIT_HOURS = 24
export const IMPORT_PROBLEM_DAYS = 7
/** Name and phone of who is no longer on the residents' roll are erased so many days later. */
export const ROLL_ERASED_AFTER_DAYS = 30
