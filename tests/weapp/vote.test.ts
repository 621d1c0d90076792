import { ballotCode, OPTION_LABELS, PROXY_ACT_LABELS, VOTE_ACT_LABELS } from '#core/votes'
import { endObjectionsNow, endVoteNow, openVoteNow } from '../product/vote-days'
import type { MiniProgram } from './driver'
import { dataDir, errorsOfAll, expectPdf, setOut, signedIn, stands, takePhoto } from './walk'

const QUESTION = '一楼大门晚上十点关，行不行'
/** The two who count, and who counts where they differ. */
const TELLERS = ['王敏', '赵晴', '陈国强']
/** Gave 小周 a written authority; nobody there uses the app. */
const PRINCIPAL = '2单元 301 室'

setOut()

it('takes a vote from its draft over notice, ballots by phone, proxy and paper and the recount to its certificate', async () => {
  const head = await signedIn('陈阿姨')
  await draft(head)
  await head.tap(VOTE_ACT_LABELS.give_notice)
  await stands(head, '公示以后，内容、规则、名册都定下来')
  await head.tap(VOTE_ACT_LABELS.give_notice, 1)
  await head.expectText('正在公示')
  const { communityId = '', voteId = '' } = await head.query()
  const vote = { dataDir: dataDir(), communityId, voteId }

  const neighbour = await signedIn('小周')
  await openFromTogether(neighbour)
  await askToVoteFor(neighbour)
  const staff = await signedIn('王敏')
  await openFromTogether(staff)
  await checkProxy(staff)

  await openVoteNow(vote)
  const voter = await signedIn('阿梅')
  await openFromTogether(voter)
  await voter.expectText('您代表 1 户')
  await cast(voter, OPTION_LABELS.approve)
  await again(neighbour)
  await castTwice(neighbour)
  await again(head)
  await takeEnvelope(head, voteId)
  await endVoteNow(vote, 'counting')

  await again(staff)
  await keyIn(staff)
  await staff.expectText('您这一份都录好了')
  const other = await signedIn('赵晴')
  await openFromTogether(other)
  await keyIn(other)
  await other.expectText('没通过')

  await again(voter, '办完了')
  await voter.expectText('没通过', '第一步')
  await expectPdf(voter, '打印或保存结果', '做好了，打开来打印')
  await voter.tap('自己算一遍')
  await voter.waitForText('对上了')

  await endObjectionsNow(vote)
  const secretary = await signedIn('李书记')
  await openFromTogether(secretary, '办完了')
  await secretary.waitForText(VOTE_ACT_LABELS.certify)
  await secretary.tap(VOTE_ACT_LABELS.certify)
  await stands(secretary, '确认以后，结果就定了')
  await secretary.tap(VOTE_ACT_LABELS.certify, 1)
  await secretary.expectText('结果已确认')

  await again(voter, '办完了')
  await voter.expectText('结果已确认', '李书记（')
  expect(await errorsOfAll()).toEqual([])
})

/** The six questions of the wizard. */
async function draft(head: MiniProgram): Promise<void> {
  await head.tap('我要说')
  await stands(head, '发起表决')
  await head.tap('发起表决')
  await head.waitForText('在哪里，请谁来定')
  await head.tap('各户，一户一票')
  await head.tap('下一步')
  await head.waitForText('打扫、值日、门禁')
  await head.tap('打扫、值日、门禁')
  await head.type('比如：同意重做屋面防水吗？', QUESTION)
  await head.tap('下一步')
  await head.waitForText('怎么跟大家说')
  await head.type(
    '为什么要定、怎么做、要多少钱、谁来做。公示以后一个字也不能改。',
    '楼里丢过两辆车，晚上十点以后关上大门。',
  )
  await head.tap('下一步')
  await head.waitForText('几样要先说好的')
  await head.tap('也收纸质票')
  for (const teller of TELLERS) await head.tap(teller)
  await head.tap('下一步')
  await head.waitForText('哪几天投')
  await head.tap('下一步')
  await head.waitForText('看一遍，对不对')
  await head.tap('存草稿')
  await head.waitForText('公示以前，先看看名册')
}

async function openFromTogether(phone: MiniProgram, list?: '办完了'): Promise<void> {
  await phone.tap('议事')
  if (list) await phone.tap(list)
  await phone.waitForText(QUESTION)
  await phone.tap(QUESTION)
}

/** Opens the app once more, and the vote in it. */
async function again(phone: MiniProgram, list?: '办完了'): Promise<void> {
  await phone.reload()
  await phone.waitForText('议事')
  await openFromTogether(phone, list)
}

async function cast(phone: MiniProgram, option: string): Promise<void> {
  await phone.tap(option)
  await stands(phone, '请核对，再交票')
  await phone.tap('交票')
  await phone.expectText('票收到了')
}

/** Brings the photo of a written authority. */
async function askToVoteFor(neighbour: MiniProgram): Promise<void> {
  await neighbour.tap('代别人投票')
  await neighbour.waitForText('1单元 102 室')
  await neighbour.type('比如：602', '301')
  await neighbour.tap('找')
  await neighbour.expectNoText('1单元 102 室')
  await neighbour.tap(PRINCIPAL)
  await neighbour.expectText(`替「${PRINCIPAL}」投`)
  await neighbour.type('委托人姓名，照委托书上写的', '李秀兰')
  await neighbour.type('您的姓名，照委托书上写的', '周小明')
  await takePhoto(neighbour)
  await neighbour.tap('交给社区核对')
  await neighbour.expectText('等社区核对')
}

async function checkProxy(staff: MiniProgram): Promise<void> {
  await staff.tap('待核对的委托')
  await staff.expectText(`替「${PRINCIPAL}」投`, '李秀兰')
  await staff.tap(PROXY_ACT_LABELS.accept)
  await stands(staff, '委托书上写清了委托人')
  await staff.tap(PROXY_ACT_LABELS.accept)
  await staff.expectText('没有委托')
}

/** For the own home, and for the one whose written authority was checked. */
async function castTwice(neighbour: MiniProgram): Promise<void> {
  await neighbour.expectText('您有 2 票')
  await cast(neighbour, OPTION_LABELS.against)
  await neighbour.tap('再替')
  await neighbour.expectNoText('票收到了')
  await cast(neighbour, OPTION_LABELS.approve)
  await neighbour.tap('看这次表决')
  await neighbour.expectText('您已经代投了')
}

/** An envelope, by the code on it. */
async function takeEnvelope(head: MiniProgram, voteId: string): Promise<void> {
  await head.answer('scanCode', { result: ballotCode(voteId, 1) })
  await head.tap('收纸质选票')
  await head.tap('扫选票上的码')
  await head.expectText('1 号，', '收到了，还没拆')
}

async function keyIn(teller: MiniProgram): Promise<void> {
  await teller.tap('拆封录入')
  await teller.expectText('1 号信封，')
  await teller.tap(OPTION_LABELS.approve)
  await teller.tap('录好了，核对一下')
  await stands(teller, '和选票对一对')
  await teller.tap('对，存下来')
}
