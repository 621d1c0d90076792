import { ACT_LABELS, OUTCOME_LABELS } from '#core/matters'
import type { MiniProgram } from './driver'
import { errorsOfAll, setOut, signedIn, stands, takePhoto } from './walk'

const TITLE = '二楼拐角的声控灯一直闪'
const TWIN = '二楼拐角的灯一会儿亮一会儿黑'

setOut()

it('takes a matter from report over merging, rework and reopening to the resident saying it is solved', async () => {
  const resident = await signedIn('阿梅')
  await report(resident, TITLE, true)
  await resident.expectText('您报了这件事', TITLE, '修之前')

  const neighbour = await signedIn('小周')
  await report(neighbour, TWIN)
  await neighbour.expectText('您报了这件事', TWIN)

  const chief = await signedIn('陈国强')
  await merge(chief)
  await chief.goBack()
  await chief.tap(TITLE)
  await chief.expectText('另一件同样的事并了进来')
  await chief.tap(ACT_LABELS.acknowledge)
  await chief.waitForText('看到了，正在找人办')
  // The step of the track that reads the same has been scrolled away.
  await chief.tap(ACT_LABELS.assign)
  await stands(chief, '请东湖社区第二网格来办')
  await chief.tap('请东湖社区第二网格来办')
  await chief.expectText('还没开始')

  const worker = await signedIn('张师傅')
  await worker.tap('我手上')
  await worker.tap(TITLE)
  await worker.tap(ACT_LABELS.start)
  await say(worker, '下午三点带新灯头来')
  await resolve(worker, '换了声控开关', true)

  await resident.reload()
  await open(resident)
  await resident.expectText('修之后', '下午三点带新灯头来')
  await say(resident, '三点我在家')
  await because(resident, ACT_LABELS.dispute, '比如：白天亮，晚上又不亮了', '夜里又闪了')
  await resident.expectText('您说没解决，接着办')

  await worker.reload()
  await worker.tap('我手上')
  await worker.tap(TITLE)
  await worker.expectText('夜里又闪了', '三点我在家')
  await resolve(worker, '整只灯换新的')

  await resident.reload()
  await open(resident)
  await resident.tap(ACT_LABELS.confirm)
  await resident.expectText('您说解决了')
  await because(resident, ACT_LABELS.reopen, '比如：亮了三天又不亮了', '下雨以后又不亮')
  await resident.expectText('您说又不行了，接着办')

  await worker.reload()
  await worker.tap('我手上')
  await worker.tap(TITLE)
  await resolve(worker, '线头重新包过')
  await resident.reload()
  await open(resident)
  await resident.tap(ACT_LABELS.confirm)
  await resident.expectText('您说解决了')
  expect(await errorsOfAll()).toEqual([])
})

async function report(phone: MiniProgram, title: string, photo = false): Promise<void> {
  await phone.waitForText('3号楼')
  await phone.tap('我要说')
  await stands(phone, '灯不亮、门坏了、楼道堆了东西')
  await phone.tap('灯不亮、门坏了、楼道堆了东西')
  await phone.type('什么事', title)
  await phone.expectText('归到「楼道灯」')
  // Who is second is offered the first one, and files theirs all the same.
  if (title === TWIN) await phone.expectText('楼里有人报过，是这件事吗？')
  if (photo) await takePhoto(phone)
  await phone.tap('2 楼')
  await phone.tap('报给社区')
}

async function merge(chief: MiniProgram): Promise<void> {
  await chief.tap('没人接')
  await chief.tap(TWIN)
  await chief.waitForText(ACT_LABELS.merge)
  await chief.tap(ACT_LABELS.merge)
  await stands(chief, '并到这一件')
  await chief.tap(TITLE)
  await chief.tap('并到这一件')
  await chief.expectText('和另一件并到一起办')
}

async function resolve(worker: MiniProgram, note: string, photo = false): Promise<void> {
  await worker.waitForText(ACT_LABELS.resolve)
  await worker.tap(ACT_LABELS.resolve)
  await stands(worker, '办得怎么样')
  await worker.tap(OUTCOME_LABELS.fixed)
  await worker.type('比如：灯头换了两个，试过能亮', note)
  if (photo) await takePhoto(worker)
  await worker.tap('写好了')
  await worker.expectText(note)
}

async function because(phone: MiniProgram, act: string, field: string, reason: string): Promise<void> {
  await phone.waitForText(act)
  await phone.tap(act)
  await stands(phone, '发出去')
  await phone.type(field, reason)
  await phone.tap('发出去')
}

/** In the thread of the matter; staff sign with their office. */
async function say(phone: MiniProgram, words: string): Promise<void> {
  await phone.waitForText('说两句…')
  await phone.tap('说两句…')
  await stands(phone, '发出去')
  await phone.type('比如：我家这层也不亮', words)
  await phone.tap('发出去')
  await phone.expectText(words)
}

async function open(resident: MiniProgram): Promise<void> {
  await resident.waitForText(TITLE)
  // The first is what waits for them; the second is the card in the feed.
  await resident.tap(TITLE, 0)
  await resident.expectText('您报了这件事')
}
