import { z } from 'zod/mini'
import { cursor, done, endpoint, id, instant, pageOf, requiredText } from '../../contract'
import { WORDS_STATES } from '../../moderation'
import { draftBody, voteView } from '../../votes'
import { roundParams } from '../contract'
import { STANCES } from '../opinions'
import { TOPIC_OUTCOMES } from '../topics/topic'
import { ROUND_STATES } from '../workflow'
import { OUTCOME_TEXT_LENGTH } from './outcome'
import { STATEMENT_LENGTH } from './statement'

const count = z.int()
const stance = z.enum(STANCES)

/** A statement as its reader meets it. Nobody's answer but the reader's own is in it, and no author. */
export const statementView = z.object({
  statementId: id,
  text: z.string(),
  topicId: z.nullable(id),
  mine: z.boolean(),
  /** For who wrote it: what neighbours see of it. */
  wordsState: z.nullable(z.enum(WORDS_STATES)),
  /** What the reader said to it; null: nothing yet, or the discussion is over. */
  said: z.nullable(stance),
  may: z.object({ withdraw: z.boolean() }),
})
export type StatementView = z.output<typeof statementView>

/** 这句话，您怎么看. */
export const askedView = z.object({
  /** Null: nothing is left to ask. */
  statement: z.nullable(statementView),
  /** How many of those that one may be asked were answered. */
  answered: count,
  of: count,
  may: z.object({ answer: z.boolean() }),
})
export type AskedView = z.output<typeof askedView>

const counts = { agree: count, disagree: count, pass: count }
const side = z.enum(['agree', 'disagree'])

/** 看法的图: groups and counts, never who. */
export const opinionsView = z.object({
  /** How many answered. */
  people: count,
  /** Null: too few answered. */
  picture: z.nullable(
    z.object({
      madeAt: instant,
      groups: z.array(
        z.object({
          people: count,
          /** Where it lies, in hundredths from −100 to 100. */
          x: count,
          y: count,
          holds: z.array(z.object({ statementId: id, text: z.string(), side, ...counts })),
        }),
      ),
      meets: z.array(
        z.object({
          statementId: id,
          text: z.string(),
          side,
          ...counts,
          byGroup: z.array(z.object(counts)),
        }),
      ),
      /** In which group the reader is, from 0 on: told to nobody else. */
      mine: z.nullable(count),
    }),
  ),
})
export type OpinionsView = z.output<typeof opinionsView>
export type OpinionPictureView = NonNullable<OpinionsView['picture']>

/** 谈出了什么: a topic of the round with how its discussion ended. */
export const outcomeView = z.object({
  topicId: id,
  title: z.string(),
  text: z.nullable(z.string()),
  placeId: id,
  outcome: z.nullable(z.enum(TOPIC_OUTCOMES)),
  outcomeText: z.nullable(z.string()),
  outcomeAt: z.nullable(instant),
  /** The vote with its text; for neighbours once notice of it was given. */
  voteId: z.nullable(id),
  revision: count,
  may: z.object({ putDown: z.boolean(), draftVote: z.boolean() }),
})
export type OutcomeView = z.output<typeof outcomeView>

/** What a big screen in the courtyard shows: numbers only. */
export const pulseView = z.object({
  /** The same as long as nothing changed: sent along with the next question. */
  version: z.string(),
  /** Null: nothing changed since `version`. */
  now: z.nullable(
    z.object({
      question: z.string(),
      state: z.enum(ROUND_STATES),
      homes: count,
      people: count,
      topics: count,
      statements: count,
      answers: count,
      outcomes: count,
    }),
  ),
})
export type PulseView = z.output<typeof pulseView>

/** The page of a round, as an address on the H5 site. */
export const ROUND_PAGE = 'features/rounds/pages/detail/index'

/** What a phone's camera reads from the big screen. */
export const roundCode = z.object({
  address: z.string(),
  /** The picture, row by row; `1` is black. */
  picture: z.array(z.string()),
})
export type RoundCode = z.output<typeof roundCode>

const of = '/communities/:communityId/rounds/:roundId'
const statementParams = z.extend(roundParams, { statementId: id })
const topicParams = z.extend(roundParams, { topicId: id })

export const writeStatementEndpoint = endpoint({
  method: 'POST',
  path: `${of}/statements`,
  summary: '补一句想法，请大家说同意不同意',
  params: roundParams,
  body: z.object({ text: requiredText(STATEMENT_LENGTH), topicId: z.optional(id) }),
  response: statementView,
})

export const listStatementsEndpoint = endpoint({
  method: 'GET',
  path: `${of}/statements`,
  summary: '这一轮里请大家说同意不同意的话，和我怎么说的；先说的在前',
  params: roundParams,
  query: z.object({ cursor }),
  response: pageOf(statementView),
})

export const nextStatementEndpoint = endpoint({
  method: 'GET',
  path: `${of}/next-statement`,
  summary: '下一句：还没答过的，少有人答的先问',
  params: roundParams,
  response: askedView,
})

export const answerStatementEndpoint = endpoint({
  method: 'PUT',
  path: `${of}/statements/:statementId/answer`,
  summary: '同意、不同意、跳过；讨论结束前可以改；谁怎么答的，谁也看不到',
  params: statementParams,
  body: z.object({ stance }),
  response: askedView,
})

export const withdrawStatementEndpoint = endpoint({
  method: 'DELETE',
  path: `${of}/statements/:statementId`,
  summary: '不说了：收回自己补的一句，大家对它的回答不再算数',
  params: statementParams,
  response: done,
})

export const readOpinionsEndpoint = endpoint({
  method: 'GET',
  path: `${of}/opinions`,
  summary: '大家的看法：分成几组，各是怎么想的，在哪儿一致',
  params: roundParams,
  response: opinionsView,
})

export const listOutcomesEndpoint = endpoint({
  method: 'GET',
  path: `${of}/outcomes`,
  summary: '每个议题谈出了什么',
  params: roundParams,
  query: z.object({ cursor }),
  response: pageOf(outcomeView),
})

export const putDownOutcomeEndpoint = endpoint({
  method: 'PUT',
  path: `${of}/topics/:topicId/outcome`,
  summary: '写下一个议题谈出了什么：谈拢了、没谈拢、交给大家表决',
  params: topicParams,
  body: z.object({
    revision: z.int(),
    outcome: z.enum(TOPIC_OUTCOMES),
    text: requiredText(OUTCOME_TEXT_LENGTH),
  }),
  response: outcomeView,
})

export const readOutcomeEndpoint = endpoint({
  method: 'GET',
  path: `${of}/topics/:topicId/outcome`,
  summary: '一个议题谈出了什么，可以照着写表决的草稿',
  params: topicParams,
  response: outcomeView,
})

export const draftTopicVoteEndpoint = endpoint({
  method: 'POST',
  path: `${of}/topics/:topicId/vote`,
  summary: '照一个议题谈出来的，写一份表决草稿',
  params: topicParams,
  body: draftBody,
  response: voteView,
})

export const readPulseEndpoint = endpoint({
  method: 'GET',
  path: `${of}/pulse`,
  summary: '大屏幕上的数字；没变就只回一个记号',
  params: roundParams,
  query: z.object({ version: z.optional(z.string().check(z.maxLength(64))) }),
  response: pulseView,
})

export const readRoundCodeEndpoint = endpoint({
  method: 'GET',
  path: `${of}/code`,
  summary: '大屏幕上的二维码，扫了就到这一轮',
  params: roundParams,
  response: roundCode,
})
