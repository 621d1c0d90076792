export { ReasonForm } from './ReasonForm'
export { ReportSheet } from './ReportSheet'
export { Thread } from './Thread'
