export { checkImport } from './check-import'
export { importRoutes } from './routes'
export { forgetOldRolls, tendImports } from './tend-imports'
export { writeImport } from './write-import'
