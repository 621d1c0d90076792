import { ACT_LABELS } from '#core/matters'
import { ROUTES } from '../../src/routes'
import type { Actor } from '../../tests/h5/actor'
import { addressesOf, type Things } from '../../tests/h5/pages'
import { chooseFile, inSheet, opens, type Picture } from './picture'

const STAFF = '王敏'
const ADMIN = '林管理员'
const CHIEF = '陈国强'
const WIDE = { wide: true }

const toDesk = (one: Actor) => one.press(/工作台/)
/** A page of one thing, by its name among the routes. */
const page = (name: string) => (one: Actor, things: Things) => one.opens(addressesOf(things)[name] as string)
const pressing =
  (name: string, act: string | RegExp) =>
  async (one: Actor, things: Things): Promise<void> => {
    await page(name)(one, things)
    await one.press(act)
  }

const DESK: Picture[] = [
  {
    name: 'desk-wide',
    who: CHIEF,
    look: WIDE,
    go: async (one) => {
      await toDesk(one)
      await one.press(/扶手/)
      await one.sees('大家说')
    },
  },
  {
    name: 'desk-filter',
    who: CHIEF,
    go: async (one) => {
      await toDesk(one)
      await one.press('筛选')
    },
  },
  {
    name: 'matter-of-staff',
    who: CHIEF,
    go: async (one) => {
      await toDesk(one)
      await one.press(/扶手/)
      await one.sees('大家说')
    },
  },
  {
    name: 'matter-decline',
    who: CHIEF,
    go: async (one) => {
      await toDesk(one)
      await one.press(/扶手/)
      await one.press(ACT_LABELS.decline)
    },
  },
  { name: 'home-of-staff', who: CHIEF, go: (one) => one.sees('工作台') },
]

const GOOD_TABLE =
  '类型,上级,名称\n楼栋,湖光苑,6号楼\n门栋,湖光苑/6号楼,1单元\n设施,湖光苑/6号楼,楼前快递柜\n'
const BAD_TABLE =
  '类型,上级,名称\n楼栋,湖光苑,\n大楼,湖光苑,7号楼\n门栋,湖光苑/8号楼,1单元\n楼栋,湖光苑,9号楼\n'

async function bringIn(one: Actor, things: Things, table: string): Promise<void> {
  await opens(ROUTES.imports)(one, things)
  await chooseFile(one, '选一个表格导入', {
    name: '地方.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(table),
  })
}

const TABLES: Picture[] = [
  {
    name: 'import-bad-rows',
    who: ADMIN,
    go: async (one, things) => {
      await bringIn(one, things, BAD_TABLE)
      await one.sees('有的行不对，没有导入')
    },
  },
  {
    name: 'import-preview',
    who: ADMIN,
    go: async (one, things) => {
      await bringIn(one, things, GOOD_TABLE)
      await one.sees('核对好了，等您导入')
    },
  },
  {
    name: 'import-done',
    who: ADMIN,
    go: async (one, things) => {
      await bringIn(one, things, GOOD_TABLE)
      await one.sees('核对好了，等您导入')
      await one.press(/^导入$/)
      await one.sees('导入好了')
    },
  },
  { name: 'imports-history', who: ADMIN, go: opens(ROUTES.imports) },
]

const PLACES: Picture[] = [
  { name: 'door-codes-print', who: STAFF, go: pressing('doorCodes', '打印') },
  {
    name: 'door-codes-printed',
    who: STAFF,
    go: async (one, things) => {
      await pressing('doorCodes', '打印')(one, things)
      await inSheet(one, '做成 PDF')
      await one.sees('打开 PDF')
    },
  },
  { name: 'grid-move', who: ADMIN, go: pressing('grid', '把楼栋划进来') },
  { name: 'grid-dissolve', who: ADMIN, go: pressing('grid', '撤掉这个网格') },
  { name: 'grids-new', who: ADMIN, go: pressing('grids', '建一个网格') },
]

const REASON = '写了我家的电话'

/** Words that somebody reports, and who wants to help: both wait for the community. */
const ASKED: Picture[] = [
  { name: 'post-menu', who: '阿梅', go: pressing('matter', /^更多，/) },
  {
    name: 'post-report',
    who: '阿梅',
    go: async (one, things) => {
      await pressing('matter', /^更多，/)(one, things)
      await one.press('举报这句话')
      await one.visitor.page.getByRole('dialog').getByRole('radio').first().click()
      await one.write('再说两句', REASON)
    },
  },
  { name: 'volunteer-ask', who: '小周', go: pressing('organisations', '我想当志愿者') },
  {
    name: 'volunteer-asked',
    who: '小周',
    go: async (one, things) => {
      await pressing('organisations', '我想当志愿者')(one, things)
      await one.write('您能帮什么忙', '会修小家电，周末有空')
      await inSheet(one, '告诉社区')
      await one.sees('撤回申请')
    },
  },
  { name: 'organisation-desk-asked', who: STAFF, go: page('organisationDesk') },
  { name: 'organisation-join', who: '小周', go: pressing('organisation', '我想加入') },
]

async function look(one: Actor, things: Things, words: string): Promise<void> {
  await page('search')(one, things)
  await one.visitor.page.locator('input').filter({ visible: true }).fill(words)
  await one.press('找一找')
}

const SEARCHED: Picture[] = [
  {
    name: 'search-found',
    who: '阿梅',
    go: async (one, things) => {
      await look(one, things, '门')
      await one.sees(/铁门/)
    },
  },
  {
    name: 'search-nothing',
    who: '阿梅',
    go: async (one, things) => {
      await look(one, things, '飞碟降落')
      await one.sees(/没找到/)
    },
  },
]

/** What those who work here come to by pressing something, and what others come to that waits for them. */
export const MOMENTS_OF_STAFF: readonly Picture[] = [...DESK, ...TABLES, ...PLACES, ...ASKED, ...SEARCHED]
