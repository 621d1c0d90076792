import {
  listSessionsEndpoint,
  OUTCOME_ASKS,
  OUTCOME_LABELS,
  SESSION_PAGE,
  showSessionCodeEndpoint,
  STANCE_LABELS,
  ARRIVED,
} from '#core/rounds'
import { VOTE_ACT_LABELS } from '#core/votes'
import { okAt, signInAs } from '../../product/caller'
import { MEETS_WHERE, NOTES, OUTCOME, STATEMENT, WISH } from '../../product/round-story'
import type { MiniProgram } from '../driver'
import { scans, stands, theProduct } from '../walk'
import { openRound } from './agenda'

interface RoundAt {
  communityId: string
  roundId: string
}

/** A session is planned, two come by the code that hangs there, and write at the same moment. */
export async function discuss(
  head: MiniProgram,
  neighbours: readonly [MiniProgram, MiniProgram],
  at: RoundAt,
) {
  await head.tap('排场次')
  await head.waitForText('加一场')
  await head.tap('加一场')
  await stands(head, '谈哪个议题')
  await head.tap(WISH)
  await head.tap('明天')
  await head.type('19:30', '19:30')
  await head.type('比如：楼前、活动室', MEETS_WHERE)
  await head.tap('我来主持')
  await head.tap('排好了')
  await head.waitForText(`${MEETS_WHERE} · 陈阿姨（楼栋长）主持`)
  await openRound(head)
  await head.tap(`${MEETS_WHERE} · 陈阿姨（楼栋长）主持`)
  await head.waitForText('亮出这场的码')
  await head.tap('亮出这场的码')
  await stands(head, '到场的人用手机扫一下')
  const code = await codeThere(at)
  const there: MiniProgram[] = []
  for (const neighbour of neighbours) there.push(await scans(neighbour, SESSION_PAGE, { scene: code }))
  for (const [index, phone] of there.entries()) {
    await phone.waitForText(ARRIVED)
    await phone.tap(ARRIVED)
    await phone.waitForText('您到了')
    await phone.type('比如：放在南边，冬天有太阳', NOTES[index] ?? '')
  }
  await Promise.all(there.map((phone) => phone.tap('写上去')))
  for (const phone of there) await phone.expectText(...NOTES)
}

/** The code as it hangs where they meet: the picture on the head's phone says the same. */
async function codeThere(params: RoundAt): Promise<string> {
  const { url } = theProduct()
  const as = await signInAs(url, '陈阿姨')
  const { items } = await okAt(url, listSessionsEndpoint, { as, params })
  const sessionId = items[0]?.sessionId ?? ''
  return (await okAt(url, showSessionCodeEndpoint, { as, params: { ...params, sessionId } })).code
}

/** One says something; another doesn't agree. */
export async function sayAndAnswer(one: MiniProgram, other: MiniProgram): Promise<void> {
  await openRound(one)
  await one.tap('补一句我的想法')
  await stands(one, '您的想法，一句话说完')
  await one.type('比如：走道留够一米二', STATEMENT)
  await one.tap('补一句我的想法', 1)
  await one.expectNoText('您的想法，一句话说完')
  await openRound(other)
  await other.tap(`${STANCE_LABELS.disagree}：${STATEMENT}`)
  await other.waitForText('都答过了')
}

/** The topic ends as a vote; the head makes it from the topic. */
export async function putToVote(head: MiniProgram): Promise<void> {
  await openRound(head)
  await head.tap(`写下谈出了什么：${WISH}`)
  await stands(head, OUTCOME_LABELS.no_consensus)
  await head.tap(OUTCOME_LABELS.vote)
  await head.type(OUTCOME_ASKS.vote, OUTCOME)
  await head.tap('写下来')
  await head.waitForText('写表决的草稿')
  await head.tap(`写表决的草稿：${WISH}`)
  await head.waitForText('在哪里，请谁来定')
  await head.tap('各户，一户一票')
  await head.tap('下一步')
  await head.waitForText('楼道、院子怎么用')
  await head.tap('楼道、院子怎么用')
  await head.tap('下一步')
  await head.waitForText('怎么跟大家说')
  await head.tap('下一步')
  await head.waitForText('几样要先说好的')
  await head.tap('下一步')
  await head.waitForText('哪几天投')
  await head.tap('下一步')
  await head.waitForText('看一遍，对不对')
  await head.tap('存草稿')
  await head.waitForText('公示以前，先看看名册')
  await head.tap(VOTE_ACT_LABELS.give_notice)
  await stands(head, '公示以后，内容、规则、名册都定下来')
  await head.tap(VOTE_ACT_LABELS.give_notice, 1)
  await head.expectText('正在公示')
}
