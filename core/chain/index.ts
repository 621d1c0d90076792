export { CHAIN_KINDS, chainOfView, type ChainKind, type ChainLink, type ChainView } from './contract'
export { CHAIN_HEADINGS, CHAIN_LABELS } from './labels'
