import { dateOf, lastDayOf } from '#core/calendar'
import {
  ITEM_ACT_LABELS,
  LEDGER_KIND_LABELS,
  RATING_LABELS,
  REPORT_WORDS,
  ROUND_ACT_LABELS,
} from '#core/rounds'
import type { ReadPdf } from '../../pdf/read-pdf'
import { ITEM, LESSON, MONEY, WISH } from '../../product/round-story'
import type { Actor } from '../actor'
import { printed } from '../printed'
import { actOnRound } from './agenda'
import { onRound, type People } from './people'

/** Somebody takes it on, shows how far it is, keeps its ledger, and has it done. */
export async function doIt({ head, wu }: People, round: string): Promise<void> {
  await onRound(head, round)
  await actOnRound(head, ROUND_ACT_LABELS.begin_action)
  await head.press('记下一件要办的事')
  await head.write('什么事', ITEM.title)
  await head.write('做到什么样算办成', ITEM.promise)
  await head.choose(WISH)
  await head.write('哪天以前', dateOf(lastDayOf(new Date(), 14)))
  await head.tick(/^这是个微项目/)
  await head.pressInFront('记下一件要办的事')
  await head.sees('还没有人认下')

  await onRound(wu, round)
  await wu.press(new RegExp(ITEM.title))
  await actOnItem(wu, ITEM_ACT_LABELS.accept)
  await wu.sees('您认下了，来办')
  await wu.press(ITEM_ACT_LABELS.report)
  await wu.write('办到哪一步了', ITEM.report)
  await wu.takesPhoto()
  await wu.pressInFront(ITEM_ACT_LABELS.report)
  await wu.sees(ITEM.report)
  await wu.seesPhoto(/进展的照片/)
  await enter(wu, LEDGER_KIND_LABELS.money_in, MONEY.in)
  await enter(wu, LEDGER_KIND_LABELS.money_out, MONEY.out)
  await wu.sees(new RegExp(MONEY.left))
  await wu.press('还可以')
  await wu.pressInFront(ITEM_ACT_LABELS.finish)
  await wu.write('做了些什么', ITEM.done)
  await wu.pressInFront(ITEM_ACT_LABELS.finish)
  await wu.sees('您说办好了')
}

async function actOnItem(one: Actor, act: string): Promise<void> {
  await one.press(new RegExp(`^${act}$`))
  await one.pressInFront(act)
}

async function enter(keeper: Actor, kind: string, { amount, what }: typeof MONEY.in): Promise<void> {
  await keeper.press('记一笔')
  await keeper.press(kind)
  await keeper.write('多少元', amount)
  await keeper.write('什么钱，或什么东西', what)
  await keeper.pressInFront('记一笔')
  await keeper.sees(what)
}

/** Those who took part hold it against its promise; somebody writes what was learnt, and the head ends the round. */
export async function evaluate({ author, head, zhou }: People, round: string): Promise<void> {
  await onRound(head, round)
  await actOnRound(head, ROUND_ACT_LABELS.begin_evaluation)
  for (const [one, rating] of [
    [author, RATING_LABELS.kept],
    [zhou, RATING_LABELS.partly],
  ] as const) {
    await onRound(one, round)
    await one.press(`${ITEM.title}，${rating}`)
    await one.sees(`您评的：${rating}`)
  }
  await zhou.write('下次怎么办得更好', LESSON)
  await zhou.press('写下来')
  await zhou.sees(LESSON)
  await onRound(head, round)
  await actOnRound(head, ROUND_ACT_LABELS.close)
  await head.press('看这一轮的报告')
  await head.sees(REPORT_WORDS.heading)
}

export const printReport = (one: Actor): Promise<ReadPdf> =>
  printed(one, { make: '印出来，或存成文件', open: '打开做好的报告', path: '/round-reports/' })
