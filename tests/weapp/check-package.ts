import { pagesOf, resolvePath, type AppConfig, type ComponentConfig } from './app-config'
import { listFiles, readText, withoutExtension } from './package-files'
import { newerSyntax, syntaxError } from './script-syntax'
import { compileStyles, compileTemplates } from './wechat-compilers'

export { packageSizes } from './package-files'

/** Something that WeChat would refuse, or that would not run on a phone. */
export interface Problem {
  rule: 'wxml' | 'wxss' | 'js' | 'newer-syntax' | 'json' | 'page' | 'component' | 'tab-bar'
  file: string
  message: string
}

/** Is this folder a mini-program that WeChat accepts? Answers every problem found; an empty list is a yes. */
export async function checkPackage(dist: string): Promise<Problem[]> {
  const files = await listFiles(dist)
  const [json, scripts, templates, styles] = await Promise.all([
    checkJson(dist, files),
    checkScripts(dist, files),
    compileTemplates(dist, files),
    compileStyles(dist, files),
  ])
  return [
    ...json,
    ...scripts,
    ...templates.map((message) => complaint('wxml', message)),
    ...styles.map((message) => complaint('wxss', message)),
  ]
}

/** `p/a.wxml:1:27: end tag missing` and `ERR: p/a.wxss(2:1): unexpected` both begin with the file. */
function complaint(rule: 'wxml' | 'wxss', line: string): Problem {
  const [, file = '', message = line] =
    /^(?:ERR: )?(.+?\.(?:wxml|wxs|wxss))(?::|\s*(?=\())(.*)$/.exec(line) ?? []
  return { rule, file, message: message.trim() }
}

async function checkScripts(dist: string, files: string[]): Promise<Problem[]> {
  const found = files.filter((file) => file.endsWith('.js')).map((file) => checkScript(dist, file))
  return (await Promise.all(found)).flat()
}

async function checkScript(dist: string, file: string): Promise<Problem[]> {
  const code = await readText(dist, file)
  const broken = syntaxError(file, code)
  if (broken !== undefined) return [{ rule: 'js', file, message: broken }]
  const newer = await newerSyntax(code)
  return newer === undefined ? [] : [{ rule: 'newer-syntax', file, message: newer }]
}

async function checkJson(dist: string, files: string[]): Promise<Problem[]> {
  const problems: Problem[] = []
  const configs = new Map<string, unknown>()
  for (const file of files.filter((name) => name.endsWith('.json'))) {
    try {
      configs.set(withoutExtension(file), JSON.parse(await readText(dist, file)))
    } catch (error) {
      problems.push({ rule: 'json', file, message: (error as Error).message })
    }
  }
  const app = configs.get('app') as AppConfig | undefined
  if (!app) return [...problems, { rule: 'json', file: 'app.json', message: 'is missing or broken' }]
  const known = new Set(files)
  return [
    ...problems,
    ...checkPages(app, known),
    ...checkTabBar(app, known),
    ...[...configs].flatMap(([owner, config]) =>
      checkComponents(owner, config as ComponentConfig, configs, known),
    ),
  ]
}

/** A page is a script, a template and a JSON file. Its style sheet is optional, for WeChat and for Taro. */
function checkPages(app: AppConfig, known: Set<string>): Problem[] {
  return pagesOf(app).flatMap((page) =>
    ['.js', '.wxml', '.json']
      .filter((extension) => !known.has(page + extension))
      .map((extension) => ({
        rule: 'page',
        file: page + extension,
        message: 'page of app.json has no such file',
      })),
  )
}

function checkTabBar(app: AppConfig, known: Set<string>): Problem[] {
  const missing = (file: string, message: string): Problem => ({ rule: 'tab-bar', file, message })
  const tabs = app.tabBar?.list ?? []
  const icons = tabs
    .flatMap((tab) => [tab.iconPath, tab.selectedIconPath])
    .filter((icon) => icon !== undefined)
  const customBar = app.tabBar?.custom
    ? ['.js', '.wxml', '.json'].map((it) => `custom-tab-bar/index${it}`)
    : []
  return [
    ...tabs
      .filter((tab) => !app.pages.includes(tab.pagePath))
      .map((tab) => missing(tab.pagePath, 'tab page is not in the main package')),
    ...icons
      .filter((icon) => !known.has(icon.replace(/^\//, '')))
      .map((icon) => missing(icon, 'tab icon does not exist')),
    ...customBar
      .filter((file) => !known.has(file))
      .map((file) => missing(file, 'custom tab bar has no such file')),
  ]
}

function checkComponents(
  owner: string,
  config: ComponentConfig | null,
  configs: Map<string, unknown>,
  known: Set<string>,
): Problem[] {
  const file = `${owner}.json`
  const used = Object.entries(config?.usingComponents ?? {}).filter(([, target]) => !target.includes('://'))
  return used.flatMap(([name, target]): Problem[] => {
    const component = resolvePath(owner, target)
    const absent = ['.js', '.wxml', '.json'].filter((extension) => !known.has(component + extension))
    if (absent.length > 0)
      return [
        { rule: 'component', file, message: `<${name}>: ${component}${absent.join(', ')} does not exist` },
      ]
    const own = configs.get(component) as ComponentConfig | undefined
    return own?.component
      ? []
      : [{ rule: 'component', file, message: `<${name}>: "component": true is missing` }]
  })
}
