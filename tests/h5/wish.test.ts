import { WISH_ACT_LABELS } from '#core/wishes'
import type { Actor } from './actor'
import { complaints, setOut, signedIn } from './walk'

const TITLE = '想借一个电钻，挂两幅画'

setOut()

it('takes a wish from saying it over offers, help and “not yet” to its thanks', async () => {
  const author = await signedIn('阿梅')
  await author.press('我要说')
  await author.press(/^发心愿/)
  await author.write('想要什么，或想请人帮什么', '想借五百块钱')
  await author.press('说给邻居听')
  await author.sees(/心愿里不谈钱/)
  await author.write('想要什么，或想请人帮什么', TITLE)
  await author.sees('归到「借东西」')
  await author.press('说给邻居听')
  await author.sees('等人来帮')
  const address = author.visitor.page.url()

  const helper = await signedIn('小周', { care: true })
  await openWish(helper)
  await helper.press(WISH_ACT_LABELS.offer)
  await helper.write('想跟对方说什么', '我家有，晚上送过去')
  await helper.pressInFront(WISH_ACT_LABELS.offer)
  await helper.sees(/您说过愿意帮/)

  const neighbour = await signedIn('老吴')
  await openWish(neighbour)
  await neighbour.press('我也想要')
  await neighbour.sees('1 / 5 户')

  await author.visitor.page.goto(address)
  await author.sees('我家有，晚上送过去')
  await author.press(/^请他来帮/)
  await author.pressInFront(WISH_ACT_LABELS.accept_offer)
  await author.sees('小周在帮')

  await helper.visitor.page.reload()
  await helper.press('看电话')
  await helper.sees(/^打 1\d{10}$/)
  await helper.press(WISH_ACT_LABELS.contact)
  // As long as that is on its way, no other act begins.
  await helper.visitor.page
    .getByRole('button', { name: WISH_ACT_LABELS.contact })
    .waitFor({ state: 'hidden' })
  await helper.visitor.page.getByText('正在办…').waitFor({ state: 'hidden' })
  await deliver(helper, '送到门口了')

  await author.visitor.page.reload()
  await author.press(WISH_ACT_LABELS.not_yet)
  await author.write('还差什么', '钻头小了一号')
  await author.press('好了，说出去')
  await author.sees('钻头小了一号')

  await helper.visitor.page.reload()
  await helper.sees('钻头小了一号')
  await deliver(helper, '换了大的钻头')

  await author.visitor.page.reload()
  await author.press(WISH_ACT_LABELS.confirm)
  await author.write('想说句谢谢吗', '画挂上了，谢谢小周')
  await author.pressInFront(WISH_ACT_LABELS.confirm)
  await author.sees('圆了')

  await helper.opens('/pages/inbox/index')
  await helper.sees(/您帮的忙，对方说帮到了/)
  expect(complaints()).toEqual([])
})

async function openWish(one: Actor): Promise<void> {
  await one.press('心愿')
  await one.press(new RegExp(TITLE))
  await one.sees('等人来帮')
}

async function deliver(helper: Actor, note: string): Promise<void> {
  await helper.press(WISH_ACT_LABELS.deliver)
  await helper.write('帮了什么', note)
  await helper.press('好了，说出去')
  await helper.sees(note)
}
