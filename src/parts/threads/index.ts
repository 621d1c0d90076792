export { ReasonForm, type ReasonFormProps } from './ReasonForm'
export { ReportSheet, type ReportSheetProps } from './ReportSheet'
export { Thread, type ThreadProps } from './Thread'
export type { ThreadAddress } from './useThread'
