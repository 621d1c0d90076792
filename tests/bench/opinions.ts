import { PCA } from 'ml-pca'
import { pictureOpinions } from '#server/rounds/picture-opinions'
import { makeOpinions } from '../builders/opinions'
import { inTurns } from './in-turns'
import type { Result } from './measure'

const PEOPLE = 500
const STATEMENTS = 100
/** The answers as they are, and shuffled five times. */
const DECOMPOSED = 6

/** Opinion groups of 500 people who were asked 100 statements, against decomposing as many numbers. */
export function findGroups(): Result {
  const { opinions, statementIds } = makeOpinions({
    people: PEOPLE,
    statements: STATEMENTS,
    groups: 4,
    answered: 0.6,
    noise: 0.2,
    seed: 1,
  })
  const rows = opinions.map(({ stances }) => statementIds.map((id) => (stances[id] === 'agree' ? 1 : 0)))
  return inTurns(
    `groups of ${PEOPLE}`,
    () => pictureOpinions(opinions, statementIds),
    () => {
      for (let time = 0; time < DECOMPOSED; time += 1) new PCA(rows, { method: 'covarianceMatrix' })
    },
  )
}
