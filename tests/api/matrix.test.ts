import { ALL_ENDPOINTS } from '#server/endpoints'
import { GRANT_ACTS, GRANTS_ABOVE, GRANTS_IN_COMMUNITIES } from './matrix/chapter-grants'
import { MATTER_CHAPTERS } from './matrix/chapter-matters'
import { MEMBERSHIPS } from './matrix/chapter-memberships'
import { PLACES } from './matrix/chapter-places'
import { SELF, SIGNING_IN } from './matrix/chapter-self'
import { describeChapters } from './matrix/everybody'

jest.setTimeout(60_000)

/**
 * Who may do what: every route, role and community against tables written by hand from domain.md, never derived from
 * the policies. Matters are in matrix-matters.test.ts.
 */
const CHAPTERS = [SIGNING_IN, SELF, PLACES, MEMBERSHIPS, GRANTS_IN_COMMUNITIES, GRANTS_ABOVE, GRANT_ACTS]

it('has a column for every endpoint of the contract', () => {
  const columns = [...CHAPTERS, ...MATTER_CHAPTERS].flatMap((chapter) => Object.values(chapter.columns))
  const written = new Set(columns.map(({ endpoint }) => endpoint))
  const missing = ALL_ENDPOINTS.filter((endpoint) => !written.has(endpoint))
  expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([])
})

describeChapters(CHAPTERS)
