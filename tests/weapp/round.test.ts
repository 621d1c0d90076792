import { CHAIN_LABELS } from '#core/chain'
import { PHASE_LABELS } from '#core/rounds'
import { ITEM, LESSON, OUTCOME, QUESTION } from '../product/round-story'
import type { MiniProgram } from './driver'
import { doIt, evaluate, writeDown } from './round-walk/action'
import { convene, fromWishToTopic } from './round-walk/agenda'
import { discuss, putToVote, sayAndAnswer } from './round-walk/discussion'
import { errorsOfAll, expectPdf, setOut, signedIn } from './walk'

setOut()

it('takes a wish over topic, session, a vote and action to a report, and is walked back by its links', async () => {
  const author = await signedIn('阿梅')
  const zhou = await signedIn('小周')
  await fromWishToTopic(author, zhou)
  const head = await signedIn('陈阿姨')
  const at = await convene(head)
  const wu = await signedIn('老吴')
  await discuss(head, [zhou, wu], at)
  await sayAndAnswer(zhou, author)
  await putToVote(head)
  await writeDown(head)
  await doIt(wu)
  await evaluate(head, author, zhou)
  await expectPdf(head, '印出来，或存成文件', '打开做好的报告')
  await walkBack(author)
  await walkOn(author)
  expect(await errorsOfAll()).toEqual([])
})

/** From the report over what was done, what was agreed and the topic to the first wish: by tapping alone. */
async function walkBack(reader: MiniProgram): Promise<void> {
  await reader.reload()
  await reader.waitForText('议事')
  await reader.tap('议事')
  await reader.tap('办完了')
  await reader.waitForText(QUESTION)
  await reader.tap(QUESTION)
  await reader.waitForText('看这一轮的报告')
  await reader.tap('看这一轮的报告')
  await reader.expectText(LESSON)
  await reader.tap('看这一轮的经过')
  await reader.waitForText('2 人评：')
  await reader.tap('看看办得怎样')
  await reader.waitForText(ITEM.done)
  await reader.tap(CHAIN_LABELS.round)
  await reader.waitForText(PHASE_LABELS.discussion)
  await reader.tap(`看看${PHASE_LABELS.discussion}`)
  await reader.waitForText(OUTCOME)
  await reader.tap(`看看${PHASE_LABELS.action}`)
  await reader.waitForText(ITEM.title)
  await reader.tap(ITEM.title)
  await reader.waitForText(CHAIN_LABELS.topic)
  await reader.tap(CHAIN_LABELS.topic)
  await reader.waitForText(CHAIN_LABELS.wish)
  await reader.tap(CHAIN_LABELS.wish)
  await reader.waitForText(CHAIN_LABELS.topic)
}

/** And from the wish on to the vote that was made of it, and to what was done. */
async function walkOn(reader: MiniProgram): Promise<void> {
  await reader.tap(CHAIN_LABELS.topic)
  await reader.waitForText(CHAIN_LABELS.item)
  await reader.tap(CHAIN_LABELS.vote)
  await reader.waitForText('正在公示')
  await reader.tap(CHAIN_LABELS.topic)
  await reader.waitForText(CHAIN_LABELS.item)
  await reader.tap(CHAIN_LABELS.item)
  await reader.waitForText(ITEM.report)
}
