export { useReadSubject } from './useReadSubject'
