import { ROUTES } from '../../src/routes'
import type { Actor } from '../../tests/h5/actor'
import { addressesOf } from '../../tests/h5/pages'
import { addressAt, type Picture } from './picture'

const API = '**/api/**'
const HOME = '/pages/home/index'
const NOBODYS = '00000000-0000-4000-8000-000000000000'

const cutOff = ({ visitor: { page } }: Actor) => page.route(API, (route) => route.abort())

async function reportOffline(one: Actor, title: string): Promise<void> {
  await one.opens(ROUTES.report)
  await one.write('什么事', title)
  await cutOff(one)
  await one.press('报给社区')
  await one.sees('没连上网，等着发送')
}

/** What people see when something is missing: the network, the thing itself, or a newer version. */
export const MOMENTS_WITHOUT: readonly Picture[] = [
  {
    name: 'loading',
    who: '阿梅',
    moving: true,
    go: async (one) => {
      await one.visitor.page.route(API, () => undefined)
      await one.opens(ROUTES.blocks)
      await one.visitor.page.getByLabel('正在打开').first().waitFor()
    },
  },
  {
    name: 'error',
    who: '小林',
    go: async (one, things) => {
      await cutOff(one)
      await one.opens(addressesOf(things)['notices'] as string)
      await one.sees('再试一次')
    },
  },
  {
    name: 'wish-missing',
    who: '阿梅',
    go: (one, { communityId }) => one.opens(addressAt(ROUTES.wish, { communityId, wishId: NOBODYS })),
  },
  {
    name: 'not-mine',
    who: '阿梅',
    go: (one, things) => one.opens(addressesOf(things)['moderation'] as string),
  },
  { name: 'report-waiting', who: '老吴', go: (one) => reportOffline(one, '四楼窗户关不上') },
  {
    name: 'outbox-waiting',
    who: '老吴',
    go: async (one) => {
      await reportOffline(one, '五楼的扶手松了')
      await one.opens(ROUTES.outbox)
      await one.sees(/五楼的扶手松了/)
    },
  },
  {
    name: 'home-offline',
    who: '老吴',
    go: async (one) => {
      await one.sees(/最近$/)
      await reportOffline(one, '六楼的灯一直闪')
      await one.opens(HOME)
      await one.sees(/可能已经变了/)
    },
  },
  {
    name: 'too-old',
    who: '小周',
    go: async (one) => {
      await one.visitor.page.route(API, (route) =>
        route.continue({ headers: { ...route.request().headers(), 'x-linli-client': 'h5 0' } }),
      )
      await one.opens(HOME)
      await one.sees('请更新')
    },
  },
  {
    name: 'close-account-question',
    who: '小周',
    go: async (one) => {
      await one.opens(ROUTES.closeAccount)
      await one.visitor.page.getByRole('radio').first().click()
      await one.write('真要注销，请写上「注销」', '注销')
      await one.press(/天后注销$/)
      await one.sees('要注销账号吗？')
    },
  },
]
