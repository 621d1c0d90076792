import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { tokens } from '../tests/taro/tokens'
import theme from './theme.json'

/** What WeChat draws itself – bar, ground, tabs – follows theme.json; what we draw follows the tokens. */
describe.each(['light', 'dark'] as const)('theme.json, %s', (mode) => {
  const { usual, dark } = tokens()
  const colours = mode === 'dark' ? { ...usual, ...dark } : usual
  const said = theme[mode]

  it('says the colours of the tokens', () => {
    const { paper, bar, tabText, tabOn, tabPaper } = said
    expect([paper, bar, tabText, tabOn, tabPaper].map((colour) => colour.toLowerCase())).toEqual(
      ['--page', '--page', '--ink-2', '--primary', '--card'].map((name) => colours[name]),
    )
  })

  it("has WeChat's words on it in the colour that shows", () => {
    expect([said.barText, said.pull, said.tabEdge]).toEqual(
      mode === 'dark' ? ['white', 'light', 'black'] : ['black', 'dark', 'white'],
    )
  })
})

describe('what WeChat draws', () => {
  const config = readFileSync('src/app.config.ts', 'utf8')

  it('follows the phone into the dark, by names that both modes know', () => {
    expect(config).toMatch(/darkmode: true/)
    expect(config).toMatch(/themeLocation: 'theme.json'/)
    const names = [...config.matchAll(/'@(\w+)'/g)].map(([, name]) => name).sort()
    expect(names).toEqual(Object.keys(theme.light).concat('paper').sort())
    expect(Object.keys(theme.dark)).toEqual(Object.keys(theme.light))
  })

  it('has no colour of its own on any page', () => {
    const pages = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('index.config.ts'),
    )
    const coloured = pages.filter((file) =>
      /Color|TextStyle/.test(readFileSync(path.join('src', file), 'utf8')),
    )
    expect(pages.length).toBeGreaterThan(40)
    expect(coloured).toEqual([])
  })
})
