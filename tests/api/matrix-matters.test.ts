import { MATTERS } from './matrix/chapters'
import { describeChapters } from './matrix/everybody'

jest.setTimeout(60_000)

/** Who may do what with matters: the other half of matrix.test.ts. */
describeChapters(MATTERS)
