export { endOffices } from './end-offices'
export { findHeir, type GridHeir } from './grid-heir'
export { createGrid } from './create-grid'
export { createPlace } from './create-place'
export { createRegion } from './create-region'
export { dissolveGrid } from './dissolve-grid'
export { findPlaceOfCode, issueDoorCode } from './door-codes'
export { locatePlace, type LocatedPlace } from './locate'
export {
  findPlace,
  findPlaceAt,
  listGridsCovering,
  listPlacesById,
  sortKeyOf,
  type CoveringGrid,
  type StoredPlace,
} from './repository'
export { placeRoutes } from './routes'
export { placeData } from './personal-data'
