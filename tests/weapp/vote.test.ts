import { OPTION_LABELS, VOTE_ACT_LABELS } from '#core/votes'
import { endObjectionsNow, endVoteNow, openVoteNow } from '../product/vote-days'
import type { MiniProgram } from './driver'
import { dataDir, errorsOfAll, setOut, signedIn, stands } from './walk'

const QUESTION = '一楼大门晚上十点关，行不行'

setOut()

it('takes a vote from its draft over notice, a ballot and the recount to its certificate', async () => {
  const head = await signedIn('陈阿姨')
  await draft(head)
  await head.tap(VOTE_ACT_LABELS.give_notice)
  await stands(head, '公示以后，内容、规则、名册都定下来')
  await head.tap(VOTE_ACT_LABELS.give_notice, 1)
  await head.expectText('正在公示')
  const { communityId = '', voteId = '' } = await head.query()
  const vote = { dataDir: dataDir(), communityId, voteId }

  await openVoteNow(vote)
  const voter = await signedIn('阿梅')
  await openFromTogether(voter)
  await voter.expectText('您代表 1 户')
  await voter.tap(OPTION_LABELS.approve)
  await stands(voter, '请核对，再交票')
  await voter.tap('交票')
  await voter.expectText('票收到了')

  await endVoteNow(vote)
  await voter.reload()
  await voter.waitForText('议事')
  await voter.tap('议事')
  await voter.waitForText('办完了')
  await voter.tap('办完了')
  await voter.waitForText(QUESTION)
  await voter.tap(QUESTION)
  await voter.expectText('没通过', '第一步')
  await voter.tap('自己算一遍')
  await voter.waitForText('对上了')

  await endObjectionsNow(vote)
  const secretary = await signedIn('李书记')
  await secretary.tap('议事')
  await secretary.waitForText('办完了')
  await secretary.tap('办完了')
  await secretary.waitForText(QUESTION)
  await secretary.tap(QUESTION)
  await secretary.waitForText(VOTE_ACT_LABELS.certify)
  await secretary.tap(VOTE_ACT_LABELS.certify)
  await stands(secretary, '确认以后，结果就定了')
  await secretary.tap(VOTE_ACT_LABELS.certify, 1)
  await secretary.expectText('结果已确认')
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
  await head.tap('下一步')
  await head.waitForText('哪几天投')
  await head.tap('下一步')
  await head.waitForText('看一遍，对不对')
  await head.tap('存草稿')
  await head.waitForText('公示以前，先看看名册')
}

async function openFromTogether(phone: MiniProgram): Promise<void> {
  await phone.tap('议事')
  await phone.waitForText(QUESTION)
  await phone.tap(QUESTION)
}
