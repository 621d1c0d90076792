export { ReasonForm } from './ReasonForm'
export { ReportLink } from './ReportLink'
export { Thread } from './Thread'
