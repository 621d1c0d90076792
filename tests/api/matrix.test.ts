import { ALL_ENDPOINTS } from '#server/endpoints'
import { AND_MORE, MATTERS, PEOPLE_AND_PLACES } from './matrix/chapters'
import { describeChapters } from './matrix/everybody'

jest.setTimeout(60_000)

/**
 * Who may do what: every route, role and community against tables written by hand from domain.md, never derived from
 * the policies. Matters are in matrix-matters.test.ts.
 */
it('has a column for every endpoint of the contract', () => {
  const columns = [...PEOPLE_AND_PLACES, ...MATTERS, ...AND_MORE].flatMap(({ columns: of }) =>
    Object.values(of),
  )
  const written = new Set(columns.map(({ endpoint }) => endpoint))
  const missing = ALL_ENDPOINTS.filter((endpoint) => !written.has(endpoint))
  expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([])
})

describeChapters([...PEOPLE_AND_PLACES, ...AND_MORE])
