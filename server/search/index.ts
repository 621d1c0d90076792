export { indexForSearch, removeFromSearch, type SearchAudience, type SearchEntry } from './entries'
export { rankSimilar, SIMILAR_FROM, type Similar } from './rank-similar'
export { searchRoutes } from './routes'
export type { Found, SearchReader, SearchReaders } from './search'
