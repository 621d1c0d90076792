export { readOfItem, type OfItem } from './of-item'
export { OfItemNote } from './OfItemNote'
