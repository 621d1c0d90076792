import {
  appealEndpoint,
  decideCaseEndpoint,
  listCasesEndpoint,
  listHiddenEndpoint,
  readCaseEndpoint,
  reportWordsEndpoint,
} from '#core/moderation'
import {
  blockAuthorEndpoint,
  deletePostEndpoint,
  listBlocksEndpoint,
  listPostsEndpoint,
  lockThreadEndpoint,
  takeBackThanksEndpoint,
  thankPostEndpoint,
  unblockEndpoint,
  unlockThreadEndpoint,
  writePostEndpoint,
} from '#core/threads'
import { manyWords } from '../many-words'
import { HERE, ON_RECORD, ONCE, read, write, type AreaBudgets, type Budget, type Scene } from './budget'

const THREAD = 2 // the thing; its lock
const AGAIN = 2 // the post as it is then; its photos

const words = ({ server, busy }: Scene) => manyWords(server, busy.ids.communityId as string)
const none = () => ({})
const inThread = (budget: Budget): Budget => ({
  ...budget,
  input: async (scene) => {
    const given = (await budget.input?.(scene)) as { params: object }
    return {
      ...given,
      params: { ...given.params, subjectKind: 'matter', subjectId: scene.busy.ids.matterId },
    }
  },
})

/** One's own new post, to be deleted. */
const ownPost = async (scene: Scene) => {
  const { matterId = '' } = scene.busy.ids
  const [postId] = await words(scene).posts(1, matterId, scene.busy.everywhere.personId)
  return { params: { ...scene.busy.ids, postId } }
}
const ownBlock = async (scene: Scene) => {
  const persons = await scene.rows.persons(1)
  const [blockId] = await words(scene).blocks(scene.busy.everywhere.personId, persons)
  return { params: { ...scene.busy.ids, blockId } }
}

/** One's own words, hidden by somebody else. */
const ownHidden = async (scene: Scene) => {
  const [other = ''] = await scene.rows.persons(1)
  const [caseId] = await words(scene).cases(1, scene.busy.everywhere.personId, other)
  return { params: { ...scene.busy.ids, caseId }, body: {} }
}

export const threadBudgets: AreaBudgets = {
  reads: {
    thread: inThread(read(listPostsEndpoint, HERE + THREAD + 3)), // posts; their photos; topics put up from them
    'words to look at': read(listCasesEndpoint, HERE + 1),
    'one case': read(readCaseEndpoint, HERE + 2), // the case; its reports
    'my hidden words': read(listHiddenEndpoint, HERE + 1),
    'whom I don’t listen to': read(listBlocksEndpoint, HERE + 1),
  },
  writes: {
    // consent; the post; out of search or in; the message; the post as it is then; its photos
    say: inThread(
      write(writePostEndpoint, HERE + ONCE + THREAD + ON_RECORD + 6, () => ({ text: '我来看看' })),
    ),
    // the post; the thanks; their number
    thank: write(thankPostEndpoint, HERE + ONCE + 1 + THREAD + 2 + AGAIN, none),
    'take thanks back': write(takeBackThanksEndpoint, HERE + ONCE + 1 + THREAD + 2 + AGAIN, none),
    'block an author': write(blockAuthorEndpoint, HERE + ONCE + 1 + THREAD + 1, none),
    unblock: { endpoint: unblockEndpoint, statements: HERE + ONCE + 1, input: ownBlock },
    // the post and its thing; the open case, its lock and what it is about; the report and their number
    // The words are read again once the case is held.
    report: write(reportWordsEndpoint, HERE + ONCE + 2 + 3 + 3 + 2 + ON_RECORD, ({ busy }) => ({
      target: { kind: 'post', id: busy.ids.postId },
      category: 'insult',
    })),
    // the case, saved; the post, saved, out of search; the message; the reports
    // What they stand at is read before, the words after.
    decide: write(decideCaseEndpoint, HERE + ONCE + 2 + 2 + 3 + 2 + 2 + ON_RECORD, () => ({
      decision: 'hide',
      reason: '骂人',
    })),
    'lock a thread': inThread(
      write(lockThreadEndpoint, HERE + ONCE + THREAD + 1 + ON_RECORD + THREAD, () => ({ reason: '修好了' })),
    ),
    'unlock a thread': inThread(
      write(unlockThreadEndpoint, HERE + ONCE + THREAD + 1 + ON_RECORD + THREAD, none),
    ),
    // the case; an earlier appeal; the new case and its lock; who moderates; their messages
    appeal: { endpoint: appealEndpoint, statements: HERE + ONCE + 6 + ON_RECORD, input: ownHidden },
    // its cases; the post; saved; out of search; cases dropped and ended; as it is then
    'delete a post': {
      endpoint: deletePostEndpoint,
      statements: HERE + ONCE + 2 + THREAD + 5 + ON_RECORD + 1,
      input: ownPost,
    },
  },
  twenty: async (scene) => {
    const { matterId = '' } = scene.busy.ids
    const { personId } = scene.busy.everywhere
    const [other = ''] = await scene.rows.persons(1)
    await words(scene).posts(20, matterId, other)
    await words(scene).cases(20, other)
    await words(scene).cases(20, personId, other)
    await words(scene).blocks(personId, await scene.rows.persons(20))
  },
}
