import { dateOf } from '#core/calendar'
import { PRINCIPALS_PER_PROXY, type Choices, type VoteClockAct, type VoteDraft } from '#core/votes'
import type { FileStore } from '#server/platform/files/index'
import {
  actOnVote,
  castBallot,
  createVote,
  readVote,
  receiveEnvelope,
  voteClock,
  type VoteParts,
} from '#server/votes/index'
import type { CastName, People } from './cast'
import type { DemoPlaces } from './places'
import { giveProxy, type ProxyTale } from './proxies'
import { actAs, hoursAgo, type Stage } from './stage'

const DAY_HOURS = 24
const ENVELOPE_HOURS_AGO = 4

/** One vote of the story: what the building head asked, and who voted so far. Days before today, and after it. */
interface VoteTale extends Pick<VoteDraft, 'electorate' | 'title' | 'text' | 'items' | 'disclosure'> {
  noticeDaysAgo: number
  opensDaysAgo: number
  closesInDays: number
  ballots: { by: CastName; hoursAgo: number; choices: Choices }[]
  /** Who counts what is on paper, and the numbers of the envelopes that came. */
  tellers?: CastName[]
  envelopes?: number[]
  proxy?: ProxyTale
}

const TALES: readonly VoteTale[] = [
  {
    electorate: 'homes',
    title: '楼门口的花坛种什么',
    text: '花坛春天要翻土，先听听大家喜欢种什么。可以选两样，多数人喜欢的先种。',
    disclosure: 'by_unit',
    items: [
      {
        subject: 'poll_homes',
        title: '您家喜欢种什么',
        options: ['月季', '桂花', '薄荷和小葱'],
        maxChoices: 2,
      },
    ],
    noticeDaysAgo: 9,
    opensDaysAgo: 5,
    closesInDays: -1,
    ballots: [
      { by: 'amei', hoursAgo: 100, choices: { i1: ['月季', '桂花'] } },
      { by: 'zhou', hoursAgo: 90, choices: { i1: ['薄荷和小葱'] } },
      { by: 'head', hoursAgo: 80, choices: { i1: ['月季'] } },
    ],
  },
  {
    electorate: 'homes',
    title: '一楼楼梯下面划出来停自行车',
    text: '各单元一楼楼梯下面划两个车位，只停自行车，不停电动车，不充电。别处的楼道不再放车。通过以后由楼栋长请人划线。',
    disclosure: 'totals',
    items: [
      { subject: 'shared_space', title: '同意在一楼楼梯下面划出车位停自行车吗', options: [] },
      { subject: 'chores', title: '同意各单元每月轮一户，扫一次楼梯下面吗', options: [] },
    ],
    noticeDaysAgo: 6,
    opensDaysAgo: 2,
    closesInDays: 5,
    ballots: [
      { by: 'head', hoursAgo: 20, choices: { i1: 'approve', i2: 'approve' } },
      { by: 'zhou', hoursAgo: 16, choices: { i1: 'approve', i2: 'abstain' } },
    ],
    tellers: ['staff', 'secretary', 'chief'],
    envelopes: [5, 18],
    proxy: {
      of: 'wu',
      by: 'zhou',
      checkedBy: 'staff',
      askedHoursAgo: 30,
      checkedHoursAgo: 26,
      castHoursAgo: 15,
      choices: { i1: 'approve', i2: 'approve' },
    },
  },
]

/** What the head of 3号楼 has put to the vote. */
export async function holdVotes(
  stage: Stage,
  parts: VoteParts & { photos: FileStore },
  people: People,
  places: DemoPlaces,
): Promise<void> {
  for (const tale of TALES) await holdVote(stage, parts, { people, places, tale })
}

async function holdVote(
  stage: Stage,
  parts: VoteParts & { photos: FileStore },
  { people, places, tale }: { people: People; places: DemoPlaces; tale: VoteTale },
): Promise<void> {
  const { communityId } = places
  const as = (by: CastName, hours: number) => actAs(hoursAgo(stage, hours), people[by].personId, communityId)
  const day = (inDays: number) => dateOf(hoursAgo(stage, -inDays * DAY_HOURS).now())
  const convener = await as('head', tale.noticeDaysAgo * DAY_HOURS)
  const draft = await createVote(
    convener,
    { ...draftOf(tale, places, people), opensOn: day(-tale.opensDaysAgo), closesOn: day(tale.closesInDays) },
    parts,
  )
  const { voteId, revision } = draft
  const posted = await actOnVote(convener, { voteId, act: 'give_notice', revision }, parts)
  const clock = (act: VoteClockAct, dueAt: string) =>
    voteClock(stage.db, parts.contactBox, { communityId, voteId, act, dueAt }, new Date(dueAt))
  await clock('open', posted.opensAt)
  if (tale.proxy) await giveProxy(stage, parts, { people, communityId, voteId }, tale.proxy)
  for (const { by, hoursAgo: hours, choices } of tale.ballots) {
    const voter = await as(by, hours)
    const { voters } = await readVote(voter, parts.contactBox, voteId)
    const own = voters.filter(({ as }) => as === 'own')
    for (const { voterId } of own) await castBallot(voter, { voteId, voterId, choices }, parts.contactBox)
  }
  const taker = await as('head', ENVELOPE_HOURS_AGO)
  for (const number of tale.envelopes ?? []) await receiveEnvelope(taker, { voteId, number })
  if (tale.closesInDays < 0) await clock('count', posted.closesAt)
}

function draftOf(
  { electorate, title, text, items, disclosure, tellers = [] }: VoteTale,
  { byName }: DemoPlaces,
  people: People,
) {
  return {
    placeId: byName.get('3号楼') as string,
    principalsPerProxy: PRINCIPALS_PER_PROXY,
    electorate,
    title,
    text,
    items,
    disclosure,
    parkingCounts: false,
    countsSilence: false,
    vacantHomeIds: [],
    ...(tellers.length > 0 ? { tellerIds: tellers.map((name) => people[name].personId) } : {}),
  }
}
