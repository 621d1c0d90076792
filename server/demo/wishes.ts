import type { WishPersonAct, WishView } from '#core/wishes'
import { dateOf, lastDayOf } from '#core/calendar'
import {
  actOnWish,
  readWish,
  secondWish,
  submitWish,
  type SubmitWish,
  type WishParts,
} from '#server/wishes/index'
import type { Context } from '#server/platform/context'
import type { CastName, People } from './cast'
import type { DemoPlaces } from './places'
import { actAs, hoursAgo, type Stage } from './stage'

interface WishStep {
  by: CastName
  act: WishPersonAct | 'second'
  hoursAgo: number
  note?: string
}

/** One wish of the story: who said what, and who helped. */
interface WishTale extends Pick<SubmitWish, 'kind' | 'title' | 'scope'> {
  by: CastName
  text?: string
  whenSuits?: string
  where?: string
  named?: boolean
  hoursAgo: number
  /** Wanted within so many days from now. */
  withinDays?: number
  steps?: WishStep[]
}

const TALES: readonly WishTale[] = [
  {
    by: 'head',
    kind: 'repair',
    scope: 'building',
    title: '水龙头关不紧，想请人看看',
    hoursAgo: 150,
    steps: [
      { by: 'zhou', act: 'offer', hoursAgo: 148, note: '我有工具，下班过去看' },
      { by: 'head', act: 'accept_offer', hoursAgo: 146 },
      { by: 'zhou', act: 'contact', hoursAgo: 145 },
      { by: 'zhou', act: 'deliver', hoursAgo: 122, note: '换了个垫圈' },
      { by: 'head', act: 'confirm', hoursAgo: 120, note: '换了个垫圈就好了，还教我怎么关总阀。谢谢小周。' },
    ],
  },
  {
    by: 'zhou',
    kind: 'lend',
    scope: 'estate',
    title: '借一架两米高的人字梯，换客厅的灯',
    whenSuits: '晚上七点以后都在家',
    hoursAgo: 30,
    withinDays: 2,
  },
  {
    by: 'amei',
    kind: 'teach',
    scope: 'estate',
    title: '想请人教我用手机挂号，学会了就不用总麻烦孩子',
    text: '每次复查都要女儿请假替我挂。大概教两三回，每回半小时，我拿本子记。',
    whenSuits: '白天都在家',
    where: '楼下长椅，或社区活动室',
    hoursAgo: 40,
    withinDays: 12,
    steps: [
      { by: 'wu', act: 'second', hoursAgo: 20 },
      { by: 'zhou', act: 'second', hoursAgo: 18 },
      { by: 'zhou', act: 'offer', hoursAgo: 3, note: '周末上午可以，我教过我妈' },
    ],
  },
  {
    by: 'wu',
    kind: 'company',
    scope: 'community',
    title: '找人下象棋，水平一般，输了不恼',
    whenSuits: '每周六上午',
    named: true,
    hoursAgo: 60,
    steps: [
      { by: 'head', act: 'second', hoursAgo: 50 },
      { by: 'zhou', act: 'second', hoursAgo: 44 },
    ],
  },
  {
    by: 'wu',
    kind: 'give',
    scope: 'estate',
    title: '想要一把旧藤椅，放在楼下晒太阳坐',
    hoursAgo: 80,
    withinDays: 22,
    steps: [
      { by: 'amei', act: 'offer', hoursAgo: 70, note: '家里正好有一把' },
      { by: 'wu', act: 'accept_offer', hoursAgo: 66 },
    ],
  },
]

/** What neighbours wish for, and who helps. */
export async function sayWishes(
  stage: Stage,
  parts: WishParts,
  people: People,
  places: DemoPlaces,
): Promise<void> {
  const contextOf = (by: CastName, hours: number) =>
    actAs(hoursAgo(stage, hours), people[by].personId, places.communityId)
  for (const tale of TALES) {
    const said = await submitWish(
      await contextOf(tale.by, tale.hoursAgo),
      saidIn(tale, stage.now(), places),
      parts,
    )
    for (const step of tale.steps ?? []) {
      const context = await contextOf(step.by, step.hoursAgo)
      await doStep(context, parts, said.wishId, step)
    }
  }
}

function saidIn(
  { kind, scope, title, text, whenSuits, where, named, withinDays }: WishTale,
  now: Date,
  places: DemoPlaces,
): SubmitWish {
  return {
    kind,
    scope,
    title,
    text,
    whenSuits,
    where,
    placeId: places.byName.get('3号楼') as string,
    wantedBy: withinDays === undefined ? undefined : dateOf(lastDayOf(now, withinDays)),
    shownAs: named ? 'nickname' : 'resident',
    photoIds: [],
  }
}

async function doStep(
  context: Context,
  parts: WishParts,
  wishId: string,
  { act, note }: WishStep,
): Promise<WishView> {
  if (act === 'second') return secondWish(context, parts.contactBox, { wishId, wanted: true })
  const { revision, offers } = await readWish(context, parts.contactBox, wishId)
  const offerId = offers[0]?.offerId
  return actOnWish(
    context,
    { wishId, act, revision, note, offerId, shownAs: 'nickname', photoIds: [] },
    parts,
  )
}
