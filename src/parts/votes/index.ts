export { BylawNote } from './BylawNote'
export { TELLER_LIST_WORDS } from './words'
