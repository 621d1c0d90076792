export { createGrid } from './create-grid'
export { createPlace } from './create-place'
export { createRegion } from './create-region'
export { findPlaceOfCode, issueDoorCode } from './door-codes'
export {
  findPlace,
  listGridsCovering,
  listPlacesById,
  type CoveringGrid,
  type StoredPlace,
} from './repository'
export { placeRoutes } from './routes'
