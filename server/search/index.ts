export { indexForSearch, indexNewForSearch, moveInSearch, removeFromSearch } from './entries'
export { rankSimilar } from './rank-similar'
export { searchRoutes } from './routes'
export type { Found, SearchReader, SearchReaders } from './search'
