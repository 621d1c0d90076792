import { ARRIVED, OUTCOME_ASKS, OUTCOME_LABELS, ROUND_ACT_LABELS, STANCE_LABELS } from '#core/rounds'
import { VOTE_ACT_LABELS } from '#core/votes'
import { MEETS_WHERE, NOTES, OUTCOME, STATEMENT, WISH } from '../../product/round-story'
import type { Actor } from '../actor'
import { actOnRound } from './agenda'
import { onRound, type People } from './people'

const HOSTED = new RegExp(`${MEETS_WHERE} · 陈阿姨（楼栋长）主持`)

/** A session is planned, two come by the code that its host shows, and write at the same moment. */
export async function discuss({ head, zhou, wu }: People, round: string): Promise<void> {
  await onRound(head, round)
  await actOnRound(head, ROUND_ACT_LABELS.publish_agenda)
  await head.press('排场次')
  await head.press('加一场')
  await head.choose(WISH)
  await head.press('明天')
  await head.write('几点', '19:30')
  await head.write('在哪里', MEETS_WHERE)
  await head.tick(/^我来主持/)
  await head.pressInFront('排好了')
  await head.sees(HOSTED)
  await onRound(head, round)
  await head.press(HOSTED)
  const address = await shownCode(head)
  for (const one of [zhou, wu]) {
    await one.opens(address)
    await one.press(ARRIVED)
    await one.sees('您到了')
  }
  await zhou.write('写一句', NOTES[0])
  await wu.write('写一句', NOTES[1])
  await Promise.all([zhou.press('写上去'), wu.press('写上去')])
  for (const one of [zhou, wu, head]) for (const note of NOTES) await one.sees(note)
}

/** What the code says that hangs where they meet. */
async function shownCode(host: Actor): Promise<string> {
  const { page } = host.visitor
  const shown = page.waitForResponse((answer) => /\/sessions\/[^/]+\/code$/.test(answer.url()))
  await host.press('亮出这场的码')
  await page.getByRole('img', { name: '这一场的二维码' }).waitFor()
  const { address } = (await (await shown).json()) as { address: string }
  await host.pressInFront('关上')
  const { pathname, search } = new URL(address)
  return `${pathname}${search}`
}

/** One says something; of the others one agrees, one doesn't, and one passes. */
export async function sayAndAnswer({ author, head, zhou, wu }: People, round: string): Promise<void> {
  await onRound(zhou, round)
  await zhou.press('补一句我的想法')
  await zhou.write('您的想法，一句话说完', STATEMENT)
  await zhou.pressInFront('补一句我的想法')
  await zhou.visitor.page.getByRole('dialog').waitFor({ state: 'hidden' })
  for (const [one, stance] of [
    [wu, STANCE_LABELS.agree],
    [author, STANCE_LABELS.disagree],
    [head, STANCE_LABELS.pass],
  ] as const) {
    await onRound(one, round)
    await one.press(`${stance}：${STATEMENT}`)
    await one.sees(/^都答过了/)
  }
}

/** The topic ends as a vote; the head makes it from the topic. Answers where the vote is. */
export async function putToVote(head: Actor, round: string): Promise<string> {
  await onRound(head, round)
  await head.press(`写下谈出了什么：${WISH}`)
  await head.choose(OUTCOME_LABELS.vote)
  await head.write(OUTCOME_ASKS.vote, OUTCOME)
  await head.pressInFront('写下来')
  await head.press(`写表决的草稿：${WISH}`)
  await head.choose(/^各户/)
  await head.press('下一步')
  await head.choose(/^楼道、院子怎么用/)
  await head.press('下一步')
  await head.press('下一步')
  await head.press('下一步')
  await head.press('下一步')
  await head.press('存草稿')
  await head.sees(/草稿/)
  await head.sees(OUTCOME)
  await head.press(VOTE_ACT_LABELS.give_notice)
  await head.pressInFront(VOTE_ACT_LABELS.give_notice)
  await head.sees('正在公示')
  return head.visitor.page.url()
}
