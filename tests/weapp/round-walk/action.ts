import { dateOf, lastDayOf } from '#core/calendar'
import {
  ITEM_ACT_LABELS,
  LEDGER_KIND_LABELS,
  RATING_LABELS,
  REPORT_WORDS,
  ROUND_ACT_LABELS,
} from '#core/rounds'
import { ITEM, LESSON, MONEY, WISH } from '../../product/round-story'
import type { MiniProgram } from '../driver'
import { stands, takePhoto } from '../walk'
import { actOnRound, openRound } from './agenda'

/** The head puts down what is to be done. */
export async function writeDown(head: MiniProgram): Promise<void> {
  await openRound(head)
  await actOnRound(head, ROUND_ACT_LABELS.begin_action, '每个议题都有了说法')
  await head.waitForText('记下一件要办的事')
  await head.tap('记下一件要办的事')
  await stands(head, '做到什么样算办成')
  await head.type('比如：装两张长椅', ITEM.title)
  await head.type('比如：长椅装在楼前，够四个人坐', ITEM.promise)
  await head.tap(WISH)
  await head.type('比如：2026-12-01', dateOf(lastDayOf(new Date(), 14)))
  await head.tap('这是个微项目，要记账')
  await head.tap('记下一件要办的事', 1)
  await head.waitForText('还没有人认下')
}

/** Somebody takes it on, shows how far it is, keeps its ledger, and has it done. */
export async function doIt(owner: MiniProgram): Promise<void> {
  await openRound(owner)
  await owner.tap(ITEM.title)
  await owner.waitForText(ITEM_ACT_LABELS.accept)
  await owner.tap(ITEM_ACT_LABELS.accept)
  await stands(owner, '大家会看到是您来办')
  await owner.tap(ITEM_ACT_LABELS.accept, 1)
  await owner.waitForText('您认下了，来办')
  await owner.tap(ITEM_ACT_LABELS.report)
  await stands(owner, '办到哪一步了')
  await owner.type('办到哪一步了', ITEM.report)
  await takePhoto(owner)
  await owner.tap(ITEM_ACT_LABELS.report, 1)
  await owner.waitForText(ITEM.report)
  await enter(owner, LEDGER_KIND_LABELS.money_in, MONEY.in)
  await enter(owner, LEDGER_KIND_LABELS.money_out, MONEY.out)
  await owner.waitForText(MONEY.left)
  await owner.tap('还可以')
  await owner.waitForText(ITEM_ACT_LABELS.finish)
  await owner.tap(ITEM_ACT_LABELS.finish)
  await stands(owner, '做了些什么')
  await owner.type('做了些什么', ITEM.done)
  await owner.tap(ITEM_ACT_LABELS.finish, 1)
  await owner.waitForText('您说办好了')
}

async function enter(keeper: MiniProgram, kind: string, { amount, what }: typeof MONEY.in): Promise<void> {
  await keeper.tap('记一笔')
  await stands(keeper, '多少元')
  await keeper.tap(kind)
  await keeper.type('比如：12.50', amount)
  await keeper.type('比如：两张长椅', what)
  await keeper.tap('记一笔', 1)
  await keeper.expectNoText('多少元')
  await keeper.waitForText(what)
}

/** Two hold it against its promise, one writes what was learnt, and the head ends the round. */
export async function evaluate(head: MiniProgram, one: MiniProgram, other: MiniProgram): Promise<void> {
  await openRound(head)
  await actOnRound(head, ROUND_ACT_LABELS.begin_evaluation, '往后请参加的人对着当初说好的来评')
  await rate(one, RATING_LABELS.kept)
  await rate(other, RATING_LABELS.partly)
  await other.type('比如：先量好尺寸再买', LESSON)
  await other.tap('写下来')
  await other.waitForText(LESSON)
  await openRound(head)
  await actOnRound(head, ROUND_ACT_LABELS.close, '报告公布以后，这一轮就结束了')
  await head.waitForText('看这一轮的报告')
  await head.tap('看这一轮的报告')
  await head.expectText(LESSON, MONEY.left)
  expect(await head.title()).toBe(REPORT_WORDS.heading)
}

async function rate(one: MiniProgram, rating: string): Promise<void> {
  await openRound(one)
  await one.tap(`${ITEM.title}，${rating}`)
  await one.waitForText(`您评的：${rating}`)
}
