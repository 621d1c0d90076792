import type { Browser } from 'playwright-core'
import { ACT_LABELS, OUTCOME_LABELS } from '#core/matters'
import { startProduct, type Product } from '../product/start-product'
import { borrowBrowser, returnBrowser } from '../weapp/shared-browser'
import { actor, type Actor } from './actor'
import { signInAs, visit } from './site'

let product: Product
let browser: Browser
const actors: Actor[] = []

const TITLE = '二楼拐角的声控灯一直闪'

beforeAll(async () => {
  product = await startProduct()
  browser = await borrowBrowser()
})
afterAll(async () => {
  await Promise.all(actors.map(({ visitor }) => visitor.close()))
  await returnBrowser()
  await product.stop()
})

async function signedIn(name: string, look = {}): Promise<Actor> {
  const visitor = await visit(browser, product.url, look)
  const one = actor(visitor)
  actors.push(one)
  await signInAs(visitor, name)
  return one
}

it('takes a matter from report over rework to the resident saying it is solved', async () => {
  const resident = await signedIn('阿梅')
  await resident.press('我要说')
  await resident.write('什么事', TITLE)
  await resident.sees('归到「楼道灯」')
  await resident.press('2 楼')
  await resident.press('报给社区')
  await resident.sees('您报了这件事')

  const chief = await signedIn('陈国强', { wide: true })
  await chief.press(/工作台|没人接/)
  await chief.sees('上下换一件')
  await chief.press(new RegExp(TITLE))
  await chief.press(ACT_LABELS.acknowledge)
  await chief.press(ACT_LABELS.assign)
  await chief.press(/^请.*来办$/)
  await chief.sees(/请东湖社区第二网格来办/)

  const worker = await signedIn('张师傅', { care: true })
  await worker.press(/工作台/)
  await worker.sees('等得久的在前')
  await worker.press(/^我手上/)
  await worker.press(new RegExp(TITLE))
  await worker.press(ACT_LABELS.start)
  await worker.press(ACT_LABELS.resolve)
  await worker.press(OUTCOME_LABELS.fixed)
  await worker.write('办了什么', '换了声控开关')
  await worker.press('写好了')
  await worker.sees('换了声控开关')

  await resident.visitor.page.reload()
  await resident.press(ACT_LABELS.dispute)
  await resident.write('哪里还没好', '夜里又闪了')
  await resident.press('发出去')
  await resident.sees(/说没解决，接着办/)

  await worker.visitor.page.reload()
  await worker.sees('夜里又闪了')
  await worker.press(ACT_LABELS.resolve)
  await worker.press(OUTCOME_LABELS.fixed)
  await worker.write('办了什么', '整只灯换新的')
  await worker.press('写好了')
  await worker.sees('整只灯换新的')

  await resident.visitor.page.reload()
  await resident.press(ACT_LABELS.confirm)
  await resident.sees('您说解决了')
  for (const { visitor } of actors) expect(visitor.complaints).toEqual([])
})
