import type { Browser, Page } from 'playwright-core'
import { borrowBrowser, returnBrowser } from '../../weapp/shared-browser'
import { PHONE, type Look } from '../site'
import { axeFindings, bringMeasures, keyboardFindings, shortfalls, shortfallsInTheDark } from './measure'

/** The measures themselves: what is right passes, and each fault that they are for is found, alone. */
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await borrowBrowser()
  page = await browser.newPage({ viewport: PHONE, locale: 'zh-CN' })
})
afterAll(async () => {
  await page.close()
  await returnBrowser()
})

const STYLE = `
  html { color-scheme: light dark }
  body { margin: 0; background: #fff; color: #1c1917; font: 400 24px/1.5 sans-serif }
  .press, .btn--equal { display: block; box-sizing: border-box; width: 120px; height: 60px; margin: 8px }
  .press:focus-visible { outline: 2px solid #0f766e }
  .btn--equal { border: 2px solid #8a837d }
  .icon { display: block; width: 24px; height: 24px; background-color: currentColor; -webkit-mask-image: linear-gradient(#000, #000) }
  input { box-sizing: border-box; width: 200px; height: 60px; font: inherit; line-height: 1.5 }
  input::placeholder { color: #57534e }
  .input { border: 1px solid #8a837d }
  .input:focus-within { border: 2px solid #0f766e }
  .input input { border: 0; outline: 0 }
  .screen__foot { position: fixed; bottom: 0; height: 200px; width: 100%; background: #fff }
  @media (prefers-color-scheme: dark) { body { background: #1c1917; color: #fafaf9 } .ok { color: #2dd4bf } }
`
const press = (inside: string, more = '') =>
  `<div class="press" role="button" tabindex="0" ${more}>${inside}</div>`
const ICON = '<span class="icon" aria-hidden="true"></span>'
const input = (more: string) =>
  `<div class="input"><input aria-label="什么事" placeholder="灯不亮" ${more}></div>`

async function show(inside: string): Promise<void> {
  await page.setContent(
    `<!doctype html><html lang="zh-CN"><title>邻里</title><style>${STYLE}</style><body><main>${inside}</main></body></html>`,
  )
}

const RIGHT = `<h1>楼道灯</h1><p>三楼的灯不亮。</p>${press(`${ICON}去看看`)}${press('办好了', 'class="btn--equal"')}${input('')}`

it.each<[string, Look]>([
  ['as it is', {}],
  ['in care mode', { care: true }],
])('finds nothing on a page that is right, %s', async (_name, look) => {
  await show(RIGHT)
  expect(await shortfalls(page, look)).toEqual([])
  expect(await axeFindings(page)).toEqual([])
  expect(await keyboardFindings(page)).toEqual([])
})

it.each<[string, string, Look?]>([
  ['type of 15 px', '<p style="font-size: 15px">小字</p>'],
  ['type of 22 px', '<p style="font-size: 22px">小字</p>', { care: true }],
  ['type of 15 px', input('style="font-size: 15px"')],
  ['lines at 1.25', '<p style="line-height: 1.25">挤在一起</p>'],
  ['lines at 0.00', '<p style="line-height: normal">谁知道多高</p>'],
  ['target of 120 × 43 px', press('去看看', 'style="height: 43px"')],
  ['target of 43 × 60 px', press('看', 'style="width: 43px"')],
  ['target of 120 × 50 px', press('去看看', 'style="height: 50px"'), { care: true }],
  ['target of 200 × 30 px', input('style="height: 30px"')],
  ['target of 72 × 35 px', '<p><a href="#">看一看</a></p>'],
  ['covered', `${press('下面的')}${press('上面的', 'style="margin-top: -64px; position: relative"')}`],
  ['no name', `${press(ICON)}<p>去看看</p>`],
  ['no name', press('去看看', 'aria-label="button"')],
  ['no name', `<div class="input"><input></div>`],
  ['no word for', `<div><div><div><div>${ICON}</div></div></div></div>`],
  ['icon without a word and not silent', press('<span class="icon"></span>去看看')],
  ['animation', '<p style="animation: blink 1s">闪</p>'],
  ['transition', '<p style="transition: opacity 200ms">慢慢来</p>'],
  ['smooth scrolling', '<p style="scroll-behavior: smooth">慢慢来</p>'],
  ['runs over to the side', '<p style="width: 500px">很长很长的一行</p>'],
  ['contrast of 4.48, not 4.5', '<p style="color: #777; font-size: 17px">灰字</p>'],
  ['contrast of 2.85, not 3', '<p style="color: #999">大的灰字</p>'],
  ['contrast of 3.98, not 4.5', '<p style="color: #000; opacity: 0.5; font-size: 17px">淡字</p>'],
  ['contrast unknown', '<p style="background-image: linear-gradient(#fff, #eee)">在图上</p>'],
  [
    'contrast of 2.85, not 3',
    press(`<span class="icon" aria-hidden="true" style="color: #999"></span>去看看`),
  ],
  [
    'contrast of 1.26, not 3',
    '<div class="choice" style="width: 24px; height: 24px; border: 2px solid #e7e5e4"></div>',
  ],
])('finds %s', async (said, fault, look = {}) => {
  await show(fault)
  expect(await shortfalls(page, look)).toEqual([expect.stringContaining(said)])
})

it('finds a pale placeholder', async () => {
  await show(`<style>input::placeholder { color: #aaa }</style>${input('style="font-size: 17px"')}`)
  expect(await shortfalls(page, {})).toEqual([expect.stringContaining('contrast of 2.32, not 4.5')])
})

it('finds what is readable in the light and not in the dark, and leaves the page light', async () => {
  await show('<p style="color: #0f766e; font-size: 17px">绿字</p><p class="ok">好字</p>')
  expect(await shortfalls(page, {})).toEqual([])
  expect(await shortfallsInTheDark(page, true)).toEqual([
    expect.stringContaining('dark: contrast of 3.20, not 4.5'),
    expect.stringContaining('dark: color-contrast'),
  ])
  expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(false)
})

it('asks axe, and passes on what axe could not tell', async () => {
  await show(
    '<p style="color: #aaa">灰字</p><p style="background-image: linear-gradient(#fff, #eee)">在图上</p>',
  )
  const found = await axeFindings(page)
  expect(found).toEqual([
    expect.stringContaining('color-contrast'),
    expect.stringContaining('contrast untold: bgGradient'),
  ])
})

it.each<[string, string]>([
  ['not reached by Tab', `${press('一')}<div class="press" role="button">二</div>`],
  [
    'out of order',
    `<div style="display: flex; flex-direction: column-reverse">${press('一')}${press('二')}</div>`,
  ],
  [
    'out of order',
    `<div style="display: flex; flex-direction: row-reverse">${press('一')}${press('二')}</div>`,
  ],
  ['focus without a ring', press('一', 'style="outline: none"')],
  ['focus without a ring', input('').replace('"input"', '"input" style="border-width: 1px"')],
  ['focus ring of 1.26', press('一', 'style="outline-color: #e7e5e4"')],
  [
    'unseen stop',
    `${press('一')}<div class="unseen" tabindex="0" style="position: absolute">二</div>${press('三', 'tabindex="-1"')}`,
  ],
  [
    'focus hidden',
    `<div style="height: 700px"></div>${press('一')}<div class="screen__foot"><p>在脚下</p></div>`,
  ],
])('finds on the way of the keyboard: %s', async (said, fault) => {
  await show(fault)
  await bringMeasures(page)
  expect(await keyboardFindings(page)).toContainEqual(expect.stringContaining(said))
})
