export * from './contract'
export * from './contract-door-codes'
export * from './contract-grids'
export { DOOR_CODE_LENGTH, doorCodeIn, isDoorCode } from './door-code'
export {
  coverable,
  fitsIn,
  PLACE_KINDS,
  PLACE_LABELS,
  REGION_KINDS,
  REGION_LABELS,
  regionParent,
  reportable,
  type PlaceKind,
  type RegionKind,
} from './kinds'
export { codeInGroups, DOOR_PAGE, SHEET_KIND_LABELS, SHEET_LAYOUT_LABELS, stickerWords } from './door-page'
export {
  beginningOf,
  endIsToCome,
  mayTakeBackMove,
  spansAfterDissolution,
  spansAfterMove,
  spansWithoutDissolution,
  spansWithoutMove,
  splits,
  type GridMove,
  type Ground,
  type Span,
} from './grid-spans'
export { neighbourName, pathName } from './names'
export { belongsHere, placePolicy } from './policy'
