export {
  foundItem,
  QUERY_LENGTH,
  SEARCH_KIND_LABELS,
  SEARCH_KINDS,
  searchEndpoint,
  type FoundItem,
  type SearchKind,
} from './contract'
export { highlight, SNIPPET_LENGTH, snippetOf, type TextPart } from './highlight'
export { similarity, unitSimilarity, unitsOf, type Units } from './similarity'
export { queryTerms, termsOf } from './terms'
