import { OPTION_LABELS, VOTE_ACT_LABELS } from '#core/votes'
import { endObjectionsNow, endVoteNow, openVoteNow } from '../product/vote-days'
import type { Actor } from './actor'
import { complaints, dataDir, setOut, signedIn } from './walk'

const QUESTION = '一楼大门晚上十点以后关上，行不行'

setOut()

it('takes a vote from its draft over notice, ballots and the recount to its certificate', async () => {
  const head = await signedIn('陈阿姨')
  await draft(head)
  await head.press(VOTE_ACT_LABELS.give_notice)
  await pressIn(head, VOTE_ACT_LABELS.give_notice)
  await head.sees('正在公示')
  const address = head.visitor.page.url()
  const vote = voteIn(address)

  const voter = await signedIn('阿梅', { care: true })
  await voter.opens(address)
  await voter.sees('正在公示')
  await openVoteNow(vote)
  await voter.visitor.page.reload()
  await voter.sees('您代表 1 户')
  await voter.press(OPTION_LABELS.approve)
  await voter.sees(`您选的是：${OPTION_LABELS.approve}`)
  await voter.press('交票')
  await voter.sees('票收到了')

  const neighbour = await signedIn('小周', { wide: true })
  await neighbour.press('议事')
  await neighbour.press(new RegExp(QUESTION))
  await neighbour.press(OPTION_LABELS.against)
  await neighbour.press('交票')
  await neighbour.sees('票收到了')

  await head.visitor.page.reload()
  await head.press(/^还没投的/)
  await head.sees('2单元 101 室')
  await endVoteNow(vote)

  await voter.opens(address)
  await voter.sees('没通过')
  await voter.sees(/第一步/)
  await voter.press(/^自己算一遍/)
  await voter.sees(/对上了/)

  await endObjectionsNow(vote)
  const secretary = await signedIn('李书记')
  await secretary.opens(address)
  await secretary.press(VOTE_ACT_LABELS.certify)
  await pressIn(secretary, VOTE_ACT_LABELS.certify)
  await secretary.sees('结果已确认')
  expect(complaints()).toEqual([])
})

/** The six questions of the wizard. */
async function draft(head: Actor): Promise<void> {
  await head.press('我要说')
  await head.press(/^发起表决/)
  await head.choose(/^各户/)
  await head.press('下一步')
  await head.choose(/^打扫、值日、门禁/)
  await head.write('怎么问大家', QUESTION)
  await head.press('下一步')
  await head.write('全文', '楼里丢过两辆车。晚上十点以后关上大门，各家自己带钥匙。')
  await head.press('下一步')
  await head.press('下一步')
  await head.press('下一步')
  await head.press('存草稿')
  await head.sees(/草稿/)
}

function voteIn(address: string) {
  const query = new URLSearchParams(address.slice(address.indexOf('?')))
  const communityId = query.get('communityId') ?? ''
  return { dataDir: dataDir(), communityId, voteId: query.get('voteId') ?? '' }
}

/** The button of the sheet that stands in front. */
async function pressIn({ visitor }: Actor, name: string): Promise<void> {
  await visitor.page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
}
