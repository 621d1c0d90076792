import { WISH_ACT_LABELS } from '#core/wishes'
import type { MiniProgram } from './driver'
import { errorsOfAll, setOut, signedIn, stands } from './walk'

const TITLE = '想借一个电钻，挂两幅画'

setOut()

it('takes a wish from saying it over an offer and help to its thanks', async () => {
  const author = await signedIn('阿梅')
  await author.waitForText('3号楼')
  await author.tap('我要说')
  await stands(author, '小事想请邻居搭把手')
  await author.tap('小事想请邻居搭把手')
  await author.type('比如：想请人教我用手机挂号', TITLE)
  await author.expectText('归到「借东西」')
  await author.tap('说给邻居听')
  await author.expectText('等人来帮', TITLE)

  const helper = await signedIn('小周')
  await openFromHome(helper)
  await helper.tap(WISH_ACT_LABELS.offer)
  await stands(helper, '想跟对方说什么')
  await helper.type('比如：我周末都在家，梯子可以送过去', '我家有，晚上送过去')
  await helper.tap(WISH_ACT_LABELS.offer, 1)
  await helper.expectText('您说过愿意帮，等对方点头。点了头，会马上告诉您。')

  await author.reload()
  await openFromHome(author)
  await author.expectText('我家有，晚上送过去')
  await author.tap(WISH_ACT_LABELS.accept_offer)
  await stands(author, '点头以后，你们互相看得到电话')
  await author.tap(WISH_ACT_LABELS.accept_offer, 1)
  await author.expectText('小周在帮')

  await helper.reload()
  await openMine(helper)
  await helper.tap('看电话')
  await helper.waitForText('打 1')
  await helper.tap(WISH_ACT_LABELS.contact)
  await helper.waitForText(WISH_ACT_LABELS.deliver)
  await helper.tap(WISH_ACT_LABELS.deliver)
  await stands(helper, '帮了什么')
  await helper.type('比如：挂号教会了，还写了张步骤', '送到门口了')
  await helper.tap('好了，说出去')
  await helper.expectText('送到门口了')

  await author.reload()
  await openMine(author, '我说的')
  await author.tap(WISH_ACT_LABELS.confirm)
  await stands(author, '想说句谢谢吗')
  await author.type('比如：谢谢小周，换了个垫圈就好了', '画挂上了，谢谢小周')
  await author.tap(WISH_ACT_LABELS.confirm, 1)
  await author.expectText('圆了', '画挂上了，谢谢小周')
  expect(await errorsOfAll()).toEqual([])
})

/** From the first page, over its chip, to the wish. */
async function openFromHome(phone: MiniProgram): Promise<void> {
  await phone.waitForText('心愿')
  await phone.tap('心愿')
  await phone.waitForText(TITLE)
  await phone.tap(TITLE)
  await phone.expectText('接下来')
}

async function openMine(phone: MiniProgram, part = '我帮的'): Promise<void> {
  await phone.tap('我的')
  await phone.waitForText('我的心愿和帮忙')
  await phone.tap('我的心愿和帮忙')
  await phone.waitForText(part)
  await phone.tap(part)
  await phone.waitForText(TITLE)
  await phone.tap(TITLE)
  await phone.expectText('接下来')
}
