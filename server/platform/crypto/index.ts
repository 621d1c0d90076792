export { digestOf, newCode, newToken } from './digest'
export { seal, unseal } from './seal'
