export { record } from './record'
export { sealEntries } from './seal-entries'
export { verifyChains, type ChainReport } from './verify-chain'
export { auditData } from './personal-data'
