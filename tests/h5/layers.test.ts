import { jpeg } from '../photos/samples'
import { openDemoSite, type DemoSite } from './demo-site'
import { axeFindings, keyboardFindings, shortfalls, shortfallsInTheDark } from './figures/measure'
import { ROUND_LAYERS, type Layer } from './round-layers'
import { signInAs, visit, type Look, type Visitor } from './site'

/** What lies over a page: sheets, questions and the covering of photos, by keyboard and in every look. */
let site: DemoSite

beforeAll(async () => {
  site = await openDemoSite()
})
afterAll(() => site.close())

const LAYERS: Record<string, Layer[]> = {
  阿梅: [
    ['home', /换一个楼栋、小区或社区/, '看哪里的事'],
    ['home', '我要说', '您想说什么'],
    ['me', /^改称呼/, '改称呼'],
    ['me', /^我的编号/, '我的编号'],
    ['consents', /^撤回同意，个人信息/, '要撤回吗？'],
    ['report', /换地方/, '换到哪儿'],
    ['report', /^邻居看到/, '邻居看到谁报的'],
    ['matter', '说两句…', '说两句'],
    ['matter', /^更多，小周/, '这句话'],
    ['matter', /^回复，小周/, /^回复/],
    ['matter', '没解决', '没解决'],
    ['matter', '撤回', '撤回'],
    ['wishes', '分类看', '看哪一类'],
    ['wish', '举报这段话', '举报'],
    ['sayWish', /^最晚哪天/, '最晚哪天'],
    ['inboxChoices', /^心愿和帮忙/, '心愿和帮忙'],
    ['organisation', '我想加入', '我想加入'],
  ],
  王敏: [
    ['requests', /^不是这家人/, '不是这家人'],
    ['offices', /^结束职务，陈阿姨（志愿者）/, '结束职务'],
    ['matter', '先不让接着说', '先不让接着说'],
    ['matter', '核实过，还没好', '核实过，还没好'],
    ['desk', '筛选', '筛选'],
    ['notice', '撤回通知', '撤回这条通知'],
    ['doorCodes', '打印', '打印门口的码'],
    ['publishNotice', /^选小一点的地方/, '发给哪里'],
    ['wish', '请他合到一起', '请他合到一起'],
    ['organisation', /^请一位新的负责人/, '请一位新的负责人'],
  ],
}

const INSIDE = '[aria-modal=true]'
const COMES_IN_MS = 600

/** What is wrong with the layer in view; it is not left by Tab. */
async function problemsOf({ page }: Visitor, look: Look): Promise<string[]> {
  const focusIsInside = () => page.evaluate((inside) => !!document.activeElement?.closest(inside), INSIDE)
  const entered = await page
    .waitForFunction((inside) => document.activeElement?.closest(inside), INSIDE)
    .then(() => true)
    .catch(() => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 300) ?? ''))
  // Until it has come in, the focus is brought back to it; a walk by Tab takes it out and in again.
  await page.waitForTimeout(COMES_IN_MS)
  const found = [
    ...(entered === true ? [] : [`the focus is not led in, but at ${entered}`]),
    ...(await shortfalls(page, look)),
    ...(await shortfallsInTheDark(page, false)),
    ...(look.care ? [] : await axeFindings(page, {}, INSIDE)),
    ...(await keyboardFindings(page)),
    ...((await focusIsInside()) ? [] : ['Tab leads out']),
  ]
  await page.keyboard.press('Tab')
  const wentOn = await focusIsInside()
  await page.keyboard.press('Shift+Tab')
  return [
    ...found,
    ...(wentOn ? [] : ['Tab leads out']),
    ...((await focusIsInside()) ? [] : ['Shift+Tab leads out']),
  ]
}

/** Opens it by a key, looks at it, and puts it away by Escape. */
async function openAndClose(visitor: Visitor, look: Look, [name, opener, called]: Layer, key: string) {
  const { page } = visitor
  await page.goto(site.addresses[name]!)
  const button = page.getByRole('button', { name: opener, exact: true }).filter({ visible: true }).first()
  await button.focus()
  await page.keyboard.press(key)
  const layer = page.locator(INSIDE).and(page.getByLabel(called, { exact: true }))
  await layer.waitFor()
  const problems = await problemsOf(visitor, look)
  await page.keyboard.press('Escape')
  await layer.waitFor({ state: 'detached' })
  const isBack = await button.evaluate((element) => element === document.activeElement)
  return [...problems, ...(isBack ? [] : ['focus is not back'])].map(
    (problem) => `${name}, ${String(called)}: ${problem}`,
  )
}

/** What is wrong with the layers that each of these people opens, one after the other. */
async function wrongWith(all: Record<string, Layer[]>, look: Look): Promise<string[]> {
  const walks = Object.entries(all).map(async ([person, layers]) => {
    const visitor = await visit(site.browser, site.url, look)
    await signInAs(visitor, person)
    const found: string[] = []
    for (const [index, layer] of layers.entries()) {
      found.push(...(await openAndClose(visitor, look, layer, index % 2 ? 'Space' : 'Enter')))
    }
    await visitor.close()
    return found
  })
  return (await Promise.all(walks)).flat()
}

const LOOKS: [string, Look][] = [
  ['a phone', {}],
  ['a phone in care mode', { care: true }],
]

it.each(LOOKS)(
  'on %s each is readable, keeps the focus, goes by Escape, and gives the focus back',
  async (_name, look) => {
    expect(await wrongWith(LAYERS, look)).toEqual([])
  },
)

it.each<[string, Look]>([...LOOKS, ['a wide screen', { wide: true }]])(
  'on %s each of the rounds does, too',
  async (_name, look) => {
    expect(await wrongWith(ROUND_LAYERS, look)).toEqual([])
  },
)

it.each(LOOKS)(
  'on %s a face in a photo is covered without a gesture: by keyboard, field by field',
  async (_name, look) => {
    const visitor = await visit(site.browser, site.url, look)
    const { page } = visitor
    await signInAs(visitor, '阿梅')
    await page.goto(site.addresses['report']!)
    const asked = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: '拍一张' }).press('Enter')
    await (
      await asked
    ).setFiles([{ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await jpeg(640, 480) }])
    await page.locator(INSIDE).waitFor()
    expect(await problemsOf(visitor, look)).toEqual([])
    await visitor.close()
  },
)
