import { dateInWords, lastDayOf } from '#core/calendar'
import { BOARD_LABELS, BOARD_NAME, ROUND_ACT_LABELS } from '#core/rounds'
import { WISH_ACT_LABELS, WISH_SCOPE_LABELS } from '#core/wishes'
import { moreWantIt } from '../../product/moving-in'
import { MEETS_WHERE, MORE_HOMES, QUESTION, WISH } from '../../product/round-story'
import type { MiniProgram } from '../driver'
import { stands, theProduct } from '../walk'

/** A wish that enough homes want becomes a topic: its author puts it up. */
export async function fromWishToTopic(author: MiniProgram, neighbour: MiniProgram): Promise<void> {
  await author.waitForText('3号楼')
  await author.tap('我要说')
  await stands(author, '小事想请邻居搭把手')
  await author.tap('小事想请邻居搭把手')
  await author.type('比如：想请人教我用手机挂号', WISH)
  await author.tap('说给谁听')
  await stands(author, WISH_SCOPE_LABELS.community)
  await author.tap(WISH_SCOPE_LABELS.building)
  await author.expectNoText(WISH_SCOPE_LABELS.community)
  await author.tap('说给邻居听')
  await author.expectText('等人来帮', WISH)
  const { communityId = '', wishId = '' } = await author.query()
  await openWish(neighbour)
  await neighbour.waitForText('我也想要')
  await neighbour.tap('我也想要')
  await neighbour.expectText('1 / 5 户')
  const prepared = { product: theProduct(), communityId, wishId }
  await moreWantIt({ ...prepared, names: ['老吴', '陈阿姨'], homes: MORE_HOMES })

  await author.reload()
  await openWish(author)
  await author.expectText('5 / 5 户')
  await author.tap('更多')
  await stands(author, WISH_ACT_LABELS.become_topic)
  await author.tap(WISH_ACT_LABELS.become_topic)
  await stands(author, '提成议题以后，和邻居一起谈怎么办')
  await author.tap(WISH_ACT_LABELS.become_topic, 1)
  await author.expectText('提成议题了，和邻居一起谈')
}

/** From the first page, over its chip. */
async function openWish(phone: MiniProgram): Promise<void> {
  await phone.waitForText('心愿')
  await phone.tap('心愿')
  await phone.waitForText(WISH)
  await phone.tap(WISH)
}

/** The head convenes about it, says when and where, invites, and publishes the agenda. */
export async function convene(head: MiniProgram): Promise<{ communityId: string; roundId: string }> {
  await head.tap('议事')
  await head.waitForText(BOARD_NAME)
  await head.tap(BOARD_NAME)
  await head.waitForText('湖光苑 3号楼')
  await head.tap('湖光苑 3号楼')
  await head.waitForText(WISH)
  await head.tap(`${BOARD_LABELS.convene}：${WISH}`)
  await stands(head, '要谈的问题')
  await head.type('要谈的问题　用大家听得懂的话问', QUESTION)
  await head.tap(BOARD_LABELS.convene, 1)
  await head.waitForText('还没定什么时候谈')
  const { communityId = '', roundId = '' } = await head.query()
  await head.tap('改问题、时间、地点')
  await head.waitForText('哪一天')
  await head.tap('哪一天')
  const day = dateInWords(lastDayOf(new Date(), 2))
  await stands(head, day)
  await head.tap(day)
  await head.expectNoText('再往后看')
  await head.tap('几点')
  await stands(head, '19:30')
  await head.tap('19:30')
  await head.expectNoText('20:00')
  await head.type('比如：楼下花坛边', MEETS_WHERE)
  await head.tap('改好了')
  await head.waitForText('定好了时间')
  await actOnRound(head, ROUND_ACT_LABELS.invite, '算在里面的每一户都会收到消息')
  await head.waitForText('已经请了邻居')
  await actOnRound(head, ROUND_ACT_LABELS.publish_agenda, '公布以后开始讨论')
  await head.waitForText('排场次')
  return { communityId, roundId }
}

/** The next step of the round: what it leads to stands in a sheet. */
export async function actOnRound(head: MiniProgram, act: string, consequence: string): Promise<void> {
  await head.tap(act)
  await stands(head, consequence)
  await head.tap(act, 1)
  await head.expectNoText(consequence)
}

/** Opens the app once more, and the round in it. */
export async function openRound(phone: MiniProgram): Promise<void> {
  await phone.reload()
  await phone.waitForText('议事')
  await phone.tap('议事')
  await phone.waitForText(QUESTION)
  await phone.tap(QUESTION)
  await phone.waitForText('召集 · 湖光苑 3号楼')
}
