import { ACT_LABELS, OUTCOME_LABELS } from '#core/matters'
import type { Actor } from './actor'
import { complaints, setOut, signedIn } from './walk'

const TITLE = '二楼拐角的声控灯一直闪'
const TWIN = '二楼拐角的灯一会儿亮一会儿黑'

setOut()

it('takes a matter from report over merging, rework and reopening to the resident saying it is solved', async () => {
  const resident = await signedIn('阿梅')
  await resident.press('我要说')
  await resident.press(/灯不亮、门坏了/)
  await resident.write('什么事', TITLE)
  await resident.sees('归到「楼道灯」')
  await resident.takesPhoto()
  await resident.press('2 楼')
  await resident.press('报给社区')
  await resident.sees('您报了这件事')
  await resident.seesPhoto('修之前')

  const neighbour = await signedIn('小周')
  await reportTwin(neighbour)

  const chief = await signedIn('陈国强', { wide: true })
  await acknowledgeAndMerge(chief)
  await chief.press(ACT_LABELS.assign)
  await chief.press(/^请.*来办$/)
  await chief.sees(/请东湖社区第二网格来办/)
  await neighbour.visitor.page.reload()
  await neighbour.press(/和邻居报的一起办/)
  await neighbour.sees(TITLE)

  const worker = await signedIn('张师傅', { care: true })
  await worker.press(/工作台/)
  await worker.sees('等得久的在前')
  await worker.press(/^我手上/)
  await worker.press(new RegExp(TITLE))
  await worker.press(ACT_LABELS.start)
  await say(worker, '下午三点带新灯头来')
  await resolve(worker, '换了声控开关', true)

  await resident.visitor.page.reload()
  await resident.seesPhoto('修之后')
  await resident.sees('下午三点带新灯头来')
  await say(resident, '三点我在家')
  await because(resident, ACT_LABELS.dispute, '哪里还没好', '夜里又闪了')
  await resident.sees(/说没解决，接着办/)

  await worker.visitor.page.reload()
  await worker.sees('夜里又闪了')
  await worker.sees('三点我在家')
  await resolve(worker, '整只灯换新的')

  await resident.visitor.page.reload()
  await resident.press(ACT_LABELS.confirm)
  await resident.sees('您说解决了')
  await because(resident, ACT_LABELS.reopen, '现在怎么样了', '下雨以后又不亮')
  await resident.sees(/说又不行了，接着办/)

  await worker.visitor.page.reload()
  await resolve(worker, '线头重新包过')
  await resident.visitor.page.reload()
  await resident.press(ACT_LABELS.confirm)
  await resident.sees('您说解决了')
  expect(complaints()).toEqual([])
})

/** A neighbour is offered what was reported already, and files theirs all the same. */
async function reportTwin(neighbour: Actor): Promise<void> {
  await neighbour.press('我要说')
  await neighbour.press(/灯不亮、门坏了/)
  await neighbour.write('什么事', TWIN)
  await neighbour.sees('楼里有人报过，是这件事吗？')
  await neighbour.press('报给社区')
  await neighbour.sees('您报了这件事')
}

async function acknowledgeAndMerge(chief: Actor): Promise<void> {
  await chief.press(/工作台|没人接/)
  await chief.sees('上下换一件')
  await chief.press(new RegExp(TWIN))
  await chief.press(ACT_LABELS.merge)
  await chief.choose(new RegExp(TITLE))
  await chief.press('并到这一件')
  await chief.sees('和另一件并到一起办')
  await chief.press(new RegExp(TITLE))
  await chief.sees('另一件同样的事并了进来')
  await chief.press(ACT_LABELS.acknowledge)
}

async function resolve(worker: Actor, note: string, photo = false): Promise<void> {
  await worker.press(ACT_LABELS.resolve)
  await worker.press(OUTCOME_LABELS.fixed)
  await worker.write('办了什么', note)
  if (photo) await worker.takesPhoto()
  await worker.press('写好了')
  await worker.sees(note)
}

async function because(one: Actor, act: string, label: string, reason: string): Promise<void> {
  await one.press(act)
  await one.write(label, reason)
  await one.press('发出去')
}

/** In the thread of the matter; staff sign with their office. */
async function say(one: Actor, words: string): Promise<void> {
  await one.press('说两句…')
  await one.write('您想说什么', words)
  await one.press('发出去')
  await one.sees(words)
}
