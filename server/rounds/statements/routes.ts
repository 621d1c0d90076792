import type { FastifyInstance } from 'fastify'
import {
  answerStatementEndpoint,
  draftTopicVoteEndpoint,
  listOutcomesEndpoint,
  listStatementsEndpoint,
  nextStatementEndpoint,
  putDownOutcomeEndpoint,
  readOpinionsEndpoint,
  readOutcomeEndpoint,
  readPulseEndpoint,
  readRoundCodeEndpoint,
  withdrawStatementEndpoint,
  writeStatementEndpoint,
} from '#core/rounds'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { answerStatement } from './answer-statement'
import { draftTopicVote } from './draft-vote'
import { listStatements, readNextStatement } from './list-statements'
import { listOutcomes, putDownOutcome, readOutcome } from './outcomes'
import { readOpinions } from './read-opinions'
import { readPulse } from './read-pulse'
import { readRoundCode } from './round-code'
import { withdrawStatement } from './withdraw-statement'
import { writeStatement } from './write-statement'

/** Routes of statements, opinions and outcomes. */
export function statementRoutes(app: FastifyInstance, parts: ServerParts): void {
  const box = parts.contactBox
  register(app, parts, writeStatementEndpoint, (context, { params, body }) =>
    writeStatement(context, { roundId: params.roundId, ...body }, parts),
  )
  register(app, parts, listStatementsEndpoint, (context, { params, query }) =>
    listStatements(context, { roundId: params.roundId, box, ...query }),
  )
  register(app, parts, nextStatementEndpoint, (context, { params }) =>
    readNextStatement(context, { roundId: params.roundId, box }),
  )
  register(app, parts, answerStatementEndpoint, (context, { params, body }) =>
    answerStatement(context, { ...params, ...body }, box),
  )
  register(app, parts, withdrawStatementEndpoint, (context, { params }) => withdrawStatement(context, params))
  register(app, parts, readOpinionsEndpoint, (context, { params }) =>
    readOpinions(context, { roundId: params.roundId, box }),
  )
  register(app, parts, listOutcomesEndpoint, (context, { params, query }) =>
    listOutcomes(context, { roundId: params.roundId, ...query }),
  )
  register(app, parts, readOutcomeEndpoint, (context, { params }) => readOutcome(context, params))
  register(app, parts, putDownOutcomeEndpoint, (context, { params, body }) =>
    putDownOutcome(context, { ...params, ...body }, parts),
  )
  register(app, parts, draftTopicVoteEndpoint, (context, { params, body }) =>
    draftTopicVote(context, { ...params, draft: body }, parts),
  )
  register(app, parts, readRoundCodeEndpoint, (context, { params, site }) =>
    readRoundCode(context, { roundId: params.roundId, site: parts.siteUrl ?? site }),
  )
  register(app, parts, readPulseEndpoint, (context, { params, query }) =>
    readPulse(context, { roundId: params.roundId, ...query }),
  )
}
