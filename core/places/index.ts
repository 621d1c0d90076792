export * from './contract'
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
export { neighbourName, pathName } from './names'
export { belongsHere, placePolicy } from './policy'
