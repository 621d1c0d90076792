import { dateInWords, lastDayOf } from '#core/calendar'
import { BOARD_LABELS, BOARD_NAME, ROUND_ACT_LABELS, TOPIC_ACT_LABELS } from '#core/rounds'
import { WISH_ACT_LABELS, WISH_SCOPE_LABELS } from '#core/wishes'
import { moreWantIt } from '../../product/moving-in'
import { MEETS_WHERE, MORE_HOMES, QUESTION, TWIN, WISH } from '../../product/round-story'
import type { Actor } from '../actor'
import { theProduct } from '../walk'
import { openRound, type People } from './people'

/** A wish that so many homes second that it becomes a topic, once its author agrees. Answers where the wish is. */
export async function fromWishToTopic({ author, head, zhou, wu }: People): Promise<string> {
  await author.press('我要说')
  await author.press(/^发心愿/)
  await author.write('想要什么，或想请人帮什么', WISH)
  await author.press(/^说给谁听/)
  await author.choose(new RegExp(WISH_SCOPE_LABELS.building))
  await author.press('说给邻居听')
  await author.sees('等人来帮')
  const wish = author.visitor.page.url()
  for (const one of [zhou, wu, head]) {
    await one.press('心愿')
    await one.press(new RegExp(WISH))
    await one.press('我也想要')
    await one.sees('您也想要，有进展会告诉您')
  }
  const query = new URLSearchParams(wish.slice(wish.indexOf('?')))
  await moreWantIt({
    product: theProduct(),
    communityId: query.get('communityId') ?? '',
    wishId: query.get('wishId') ?? '',
    homes: MORE_HOMES,
  })

  await head.visitor.page.reload()
  await head.sees('5 / 5 户')
  await head.press(WISH_ACT_LABELS.ask_merge)
  await head.choose(/^提成议题/)
  await head.write('为什么', '好几户都想要，坐下来说说放哪儿')
  await head.pressInFront(WISH_ACT_LABELS.ask_merge)
  await head.sees('想请您合到一起')
  await author.visitor.page.reload()
  await author.sees(/坐下来说说放哪儿/)
  await author.press(WISH_ACT_LABELS.agree_merge)
  await author.pressInFront(WISH_ACT_LABELS.agree_merge)
  await author.press(/^提成议题了，和邻居一起谈/)
  await author.sees('6 户想谈，够了')
  return wish
}

/** The head convenes about it, says when and where, and invites. Answers where the round is. */
export async function convene(head: Actor): Promise<string> {
  await head.opens('/')
  await head.press('议事')
  await head.press(new RegExp(BOARD_NAME))
  await head.sees(/^满 3 户附议/)
  await head.press(/3号楼$/)
  await head.press(`${BOARD_LABELS.convene}：${WISH}`)
  await head.write('要谈的问题', QUESTION)
  await head.pressInFront(BOARD_LABELS.convene)
  await head.sees('还没定什么时候谈')
  await head.press('改问题、时间、地点')
  await head.press(/^哪一天/)
  await head.choose(dateInWords(lastDayOf(new Date(), 2)))
  await head.press(/^几点/)
  await head.choose('19:30')
  await head.write('在哪儿谈', MEETS_WHERE)
  await head.press('改好了')
  await head.sees('定好了时间')
  await actOnRound(head, ROUND_ACT_LABELS.invite)
  await head.sees('已经请了邻居')
  return head.visitor.page.url()
}

/** A neighbour proposes the same in other words, another seconds it, and both topics become one. */
export async function mergeTopics({ head, zhou, wu }: People): Promise<void> {
  await openRound(zhou)
  await zhou.press('提议题')
  await zhou.write('想谈什么', TWIN)
  await zhou.pressInFront('提议题')
  await zhou.sees(TWIN)
  await openRound(wu)
  await wu.press(`我家也想谈：${TWIN}`)
  await wu.sees('2 户想谈，再有 1 户就够了')

  await openRound(head)
  await head.press(`${TOPIC_ACT_LABELS.ask_merge}：${TWIN}`)
  await head.choose(new RegExp(WISH))
  await head.write('为什么合到一起', '说的都是楼前坐的地方')
  await head.pressInFront(TOPIC_ACT_LABELS.ask_merge)
  await head.sees(/等他回话/)

  await openRound(zhou)
  await zhou.press(TOPIC_ACT_LABELS.agree_merge)
  await zhou.pressInFront(TOPIC_ACT_LABELS.agree_merge)
  await zhou.sees(`合到「${WISH}」里了`)
}

/** The next step of the round: what it leads to is said first. */
export async function actOnRound(head: Actor, act: string): Promise<void> {
  await head.press(act)
  await head.pressInFront(act)
}
