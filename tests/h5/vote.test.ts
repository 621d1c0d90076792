import { OPTION_LABELS, PROXY_ACT_LABELS, VOTE_ACT_LABELS } from '#core/votes'
import type { ReadPdf } from '../pdf/read-pdf'
import { endObjectionsNow, endVoteNow, openVoteNow } from '../product/vote-days'
import type { Actor } from './actor'
import { printed } from './printed'
import { complaints, dataDir, setOut, signedIn } from './walk'

const QUESTION = '一楼大门晚上十点以后关上，行不行'
/** The two who count, and who counts where they differ. */
const TELLERS = ['王敏', '赵晴', '陈国强']
/** Gave 小周 a written authority; nobody there uses the app. */
const PRINCIPAL = '2单元 301 室'

setOut()

it('takes a vote from its draft over notice, ballots by phone, proxy and paper and the recount to its certificate', async () => {
  const head = await signedIn('陈阿姨')
  await draft(head)
  await head.press(VOTE_ACT_LABELS.give_notice)
  await head.pressInFront(VOTE_ACT_LABELS.give_notice)
  await head.sees('正在公示')
  const address = head.visitor.page.url()
  const vote = voteIn(address)

  const neighbour = await signedIn('小周', { wide: true })
  await neighbour.opens(address)
  await askToVoteFor(neighbour)
  const staff = await signedIn('王敏', { wide: true })
  await staff.opens(address)
  await checkProxy(staff)

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
  await castTwice(neighbour)
  await takeEnvelope(head, address)
  await endVoteNow(vote, 'counting')

  await staff.opens(address)
  await keyIn(staff)
  await staff.sees(/您这一份都录好了/)
  const other = await signedIn('赵晴')
  await other.opens(address)
  await keyIn(other)
  await other.sees('没通过')

  await voter.opens(address)
  await voter.sees('没通过')
  await voter.sees(/第一步/)
  expect((await printResult(voter)).text).toContain('结果还在公示')
  await voter.press(/^自己算一遍/)
  await voter.sees(/对上了/)

  await endObjectionsNow(vote)
  const secretary = await signedIn('李书记')
  await secretary.opens(address)
  await secretary.press(VOTE_ACT_LABELS.certify)
  await secretary.pressInFront(VOTE_ACT_LABELS.certify)
  await secretary.sees('结果已确认')

  await voter.opens(address)
  await voter.sees('结果已确认')
  await voter.sees(/^李书记（/)
  expect((await printResult(voter)).text).toMatch(/李书记（.*确认了结果/)
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
  await head.tick(/^也收纸质票/)
  for (const teller of TELLERS) await head.tick(new RegExp(`^${teller}`))
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

/** Brings the photo of a written authority. */
async function askToVoteFor(neighbour: Actor): Promise<void> {
  await neighbour.press(/^代别人投票/)
  await neighbour.write('找一找', '301')
  await neighbour.press(/^找$/)
  await neighbour.choose(PRINCIPAL)
  await neighbour.write('委托人姓名', '李秀兰')
  await neighbour.write('您的姓名', '周小明')
  await neighbour.takesPhoto()
  await neighbour.press('交给社区核对')
  await neighbour.sees('等社区核对')
}

async function checkProxy(staff: Actor): Promise<void> {
  await staff.press(/^待核对的委托/)
  await staff.seesPhoto(/委托书/)
  await staff.press(new RegExp(`^${PROXY_ACT_LABELS.accept}`))
  await staff.pressInFront(PROXY_ACT_LABELS.accept, 'alertdialog')
  await staff.sees('没有委托')
}

/** For the own home, and for the one whose written authority was checked. */
async function castTwice(neighbour: Actor): Promise<void> {
  await neighbour.opens('/')
  await neighbour.press('议事')
  await neighbour.press(new RegExp(QUESTION))
  await neighbour.sees('您有 2 票')
  await neighbour.press(OPTION_LABELS.against)
  await neighbour.press('交票')
  await neighbour.sees('票收到了')
  await neighbour.press(/^再替/)
  await neighbour.press(OPTION_LABELS.approve)
  await neighbour.press('交票')
  await neighbour.sees('票收到了')
  await neighbour.press('看这次表决')
  await neighbour.sees(/您已经代投了/)
}

/** Who has not voted yet, and an envelope of one of them. */
async function takeEnvelope(head: Actor, address: string): Promise<void> {
  await head.opens(address)
  await head.press(/^还没投的/)
  await head.sees('2单元 101 室')
  await head.opens(address)
  await head.press(/^收纸质选票/)
  await head.write('信封上的号', '1')
  await head.press(/^收下$/)
  await head.sees(/^1 号，/)
  await head.sees('收到了，还没拆')
}

async function keyIn(teller: Actor): Promise<void> {
  await teller.press(/^拆封录入/)
  await teller.sees(/^1 号信封，/)
  await teller.choose(OPTION_LABELS.approve)
  await teller.press('录好了，核对一下')
  await teller.pressInFront('对，存下来')
}

const printResult = (one: Actor): Promise<ReadPdf> =>
  printed(one, { make: '打印或保存结果', open: '做好了，打开来打印', path: '/vote-papers/' })
