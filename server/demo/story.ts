import type { MatterView } from '#core/matters'
import type { Relation } from '#core/permissions'
import { actOnMatter, matterThreads, reportMatter, type ReportParts } from '#server/matters/index'
import { noticeThreads, publishNotice } from '#server/notices/index'
import { actOnMembership, askForHome } from '#server/people/index'
import { writePost } from '#server/threads/index'
import { roundThreads, topicThreads } from '#server/rounds/index'
import { voteThreads } from '#server/votes/index'
import { wishThreads } from '#server/wishes/index'
import { whenHomeLeft } from '#server/when-home-left'
import { actAs, hoursAgo, type Stage } from './stage'
import type { CastName, People } from './cast'
import type { DemoPlaces } from './places'
import { endedTales, openTales, type Tale } from './tales'

const HOMES: { who: CastName; home: string; relation: Relation; confirmedBy?: CastName; note?: string }[] = [
  { who: 'amei', home: '3号楼 2单元 602', relation: 'owner', confirmedBy: 'staff' },
  { who: 'zhou', home: '3号楼 2单元 402', relation: 'tenant', confirmedBy: 'worker' },
  { who: 'wu', home: '3号楼 4单元 201', relation: 'owner', confirmedBy: 'staff' },
  { who: 'head', home: '3号楼 2单元 301', relation: 'owner', confirmedBy: 'staff' },
  { who: 'lin', home: '3号楼 1单元 101', relation: 'family', note: '我是 101 老林的女儿，上个月搬来的' },
]

/** Residents ask for their homes; one still waits for a word. */
export async function bindHomes(stage: Stage, people: People, places: DemoPlaces): Promise<void> {
  for (const { who, home, relation, confirmedBy, note } of HOMES) {
    const asker = await actAs(stage, people[who].personId, places.communityId)
    const homeId = places.byName.get(home) as string
    const asked = await askForHome(asker, { homeId, relation, isAdult: true, note })
    if (!confirmedBy) continue
    const confirmer = await actAs(stage, people[confirmedBy].personId, places.communityId)
    await actOnMembership(confirmer, { membershipId: asked.membershipId, act: 'confirm' }, whenHomeLeft)
  }
}

/** What was reported in the last days, and what came of it. */
export async function tellStory(
  stage: Stage,
  parts: ReportParts,
  people: People,
  places: DemoPlaces,
): Promise<void> {
  for (const tale of [...endedTales(places), ...openTales(places)]) {
    const reporter = await actAs(hoursAgo(stage, tale.hoursAgo), people[tale.by].personId, places.communityId)
    const { serviceCode, title, text, floor } = tale
    const placeId = places.byName.get(tale.at) as string
    let matter: MatterView = await reportMatter(reporter, { placeId, serviceCode, title, text, floor }, parts)
    for (const { by, hoursAgo: hours, ...input } of tale.steps) {
      const doer = await actAs(hoursAgo(stage, hours), people[by].personId, places.communityId)
      const { matterId, revision } = matter
      matter = await actOnMatter(doer, { matterId, revision, ...input }, parts)
    }
    for (const post of tale.posts ?? []) await say(stage, parts, { people, places, matter, post })
  }
}

interface Saying {
  people: People
  places: DemoPlaces
  matter: MatterView
  post: NonNullable<Tale['posts']>[number]
}

async function say(
  stage: Stage,
  parts: ReportParts,
  { people, places, matter, post }: Saying,
): Promise<void> {
  const { by, text, hoursAgo: hours, named = false } = post
  const speaker = await actAs(hoursAgo(stage, hours), people[by].personId, places.communityId)
  const subjects = {
    matter: matterThreads,
    notice: noticeThreads,
    wish: wishThreads,
    vote: voteThreads,
    round: roundThreads,
    topic: topicThreads,
  }
  await writePost(
    speaker,
    { ...parts, subjects },
    {
      subject: { kind: 'matter', id: matter.matterId },
      text,
      kind: 'reply',
      shownAs: named ? 'nickname' : 'resident',
      mentions: [],
      mentionPostIds: [],
      photoIds: [],
    },
  )
}

/** What the community has to say to everybody. */
export async function postNotice(
  stage: Stage,
  parts: ReportParts,
  people: People,
  places: DemoPlaces,
): Promise<void> {
  const staff = await actAs(hoursAgo(stage, 30), people.staff.personId, places.communityId)
  await publishNotice(staff, parts, {
    placeId: places.estateId,
    title: '周六上午清洗水箱，停水两个小时',
    text: '周六 9 点到 11 点清洗楼顶水箱，请提前接一点水。洗完先放一会儿再用。',
    photoIds: [],
    pinDays: 7,
  })
}
