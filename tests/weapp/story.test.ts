import { ACT_LABELS, OUTCOME_LABELS } from '#core/matters'
import { startProduct, type Product } from '../product/start-product'
import { openMiniProgram, type MiniProgram } from './driver'

let product: Product
const phones: MiniProgram[] = []

const TITLE = '二楼拐角的声控灯一直闪'

beforeAll(async () => {
  product = await startProduct()
})
afterAll(async () => {
  for (const phone of phones) await phone.close()
  await product.stop()
})

async function signedIn(name: string): Promise<MiniProgram> {
  const phone = await openMiniProgram({ dist: 'dist/weapp', baseUrl: product.url })
  phones.push(phone)
  await phone.waitForText(name)
  await phone.tap(name)
  await phone.waitForText('首页')
  return phone
}

it('takes a matter from report over rework to the resident saying it is solved', async () => {
  const resident = await signedIn('阿梅')
  await resident.waitForText('3号楼')
  await resident.tap('我要说')
  await resident.type('什么事', TITLE)
  await resident.expectText('归到「楼道灯」')
  await resident.tap('2 楼')
  await resident.tap('报给社区')
  await resident.expectText('您报了这件事', TITLE)

  const chief = await signedIn('陈国强')
  await chief.tap('没人接')
  await chief.tap(TITLE)
  await chief.tap(ACT_LABELS.acknowledge)
  await chief.waitForText('看到了，正在找人办')
  // The first is a step of the track, the second the button.
  await chief.tap(ACT_LABELS.assign, 1)
  await stands(chief, '请东湖社区第二网格来办')
  await chief.tap('请东湖社区第二网格来办')
  await chief.expectText('还没开始')

  const worker = await signedIn('张师傅')
  await worker.tap('我手上')
  await worker.tap(TITLE)
  await worker.tap(ACT_LABELS.start)
  await resolve(worker, '换了声控开关')

  await resident.reload()
  await open(resident)
  await resident.tap(ACT_LABELS.dispute)
  await stands(resident, '哪里还没好')
  await resident.type('比如：白天亮，晚上又不亮了', '夜里又闪了')
  await resident.tap('发出去')
  await resident.expectText('您说没解决，接着办')

  await worker.reload()
  await worker.tap('我手上')
  await worker.tap(TITLE)
  await worker.expectText('夜里又闪了')
  await resolve(worker, '整只灯换新的')

  await resident.reload()
  await open(resident)
  await resident.tap(ACT_LABELS.confirm)
  await resident.expectText('您说解决了')
  for (const phone of phones) expect(await phone.errors()).toEqual([])
})

async function resolve(worker: MiniProgram, note: string): Promise<void> {
  await worker.waitForText(ACT_LABELS.resolve)
  await worker.tap(ACT_LABELS.resolve)
  await stands(worker, '办得怎么样')
  await worker.tap(OUTCOME_LABELS.fixed)
  await worker.type('比如：灯头换了两个，试过能亮', note)
  await worker.tap('写好了')
  await worker.expectText(note)
}

/** A sheet with these words has come all the way up: before that, what it will cover can still be tapped. */
async function stands(phone: MiniProgram, words: string): Promise<void> {
  await phone.waitForText(words)
  await phone.page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  )
}

async function open(resident: MiniProgram): Promise<void> {
  await resident.waitForText(TITLE)
  // The first is what waits for them, with a button of its own; the second is the card in the feed.
  await resident.tap(TITLE, 1)
  await resident.expectText('您报了这件事')
}
