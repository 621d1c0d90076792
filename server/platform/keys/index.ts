export { readOrMakeKey } from './read-or-make-key'
