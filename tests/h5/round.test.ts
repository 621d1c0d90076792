import { CHAIN_HEADINGS, CHAIN_LABELS, type ChainKind } from '#core/chain'
import { PHASE_LABELS, RATING_LABELS } from '#core/rounds'
import { ITEM, LESSON, MONEY, NOTES, OUTCOME, QUESTION, TWIN, WISH } from '../product/round-story'
import type { Actor } from './actor'
import { doIt, evaluate, printReport } from './round-walk/action'
import { convene, fromWishToTopic, mergeTopics } from './round-walk/agenda'
import { discuss, putToVote, sayAndAnswer } from './round-walk/discussion'
import { gather, HERE, onRound } from './round-walk/people'
import { complaints, setOut } from './walk'

setOut()

it('takes a wish over topic, sessions, a vote and action to a report, and is walked back by its links', async () => {
  const people = await gather()
  await fromWishToTopic(people)
  const round = await convene(people.head)
  await mergeTopics(people)
  await discuss(people, round)
  await sayAndAnswer(people, round)
  const vote = await putToVote(people.head, round)
  await doIt(people, round)
  await evaluate(people, round)

  const reader = people.author
  await onRound(reader, round)
  await reader.press('看这一轮的报告')
  await reader.sees(LESSON)
  await expectReport(reader)
  await walkBack(reader)
  await walkOn(reader)
  await reader.opens(vote)
  await reader.press(link(QUESTION, 'round'))
  await reader.sees(HERE)
  expect(complaints()).toEqual([])
})

/** A row of where something came from, or of what became of it. */
const link = (title: string, kind: ChainKind): RegExp => new RegExp(`^${title}.*${CHAIN_LABELS[kind]}$`)

async function expectReport(reader: Actor): Promise<void> {
  const { text } = await printReport(reader)
  for (const words of [QUESTION, WISH, ...NOTES, ITEM.title, LESSON, MONEY.left])
    expect(text).toContain(words)
  expect(text).toContain(`2 人评：${RATING_LABELS.kept} 1 人，${RATING_LABELS.partly} 1 人`)
}

/** From the report over the ratings, what was done, what was agreed and the topic to the first wish: by tapping alone. */
async function walkBack(reader: Actor): Promise<void> {
  await reader.press('看这一轮的经过')
  await reader.sees(/^2 人评：/)
  await reader.press('看看办得怎样')
  await reader.sees(ITEM.done)
  await reader.press(link(QUESTION, 'round'))
  await reader.press(`看看${PHASE_LABELS.discussion}`)
  await reader.sees(OUTCOME)
  await reader.press(`看看${PHASE_LABELS.action}`)
  await reader.press(new RegExp(ITEM.title))
  await reader.press(link(WISH, 'topic'))
  await reader.sees(TWIN)
  await reader.press(link(WISH, 'wish'))
  await reader.sees(CHAIN_HEADINGS.to)
}

/** And from the wish on to the vote that was made of it, and to what was done. */
async function walkOn(reader: Actor): Promise<void> {
  await reader.press(link(WISH, 'topic'))
  await reader.press(link('', 'vote'))
  await reader.sees('正在公示')
  await reader.press(link(WISH, 'topic'))
  await reader.press(link(ITEM.title, 'item'))
  await reader.sees(ITEM.report)
}
