/** The parts of a mini-program's app.json that the tests read. */
export interface AppConfig {
  pages: string[]
  subPackages?: SubPackage[]
  subpackages?: SubPackage[]
  tabBar?: { custom?: boolean; list: TabItem[] }
  window?: WindowConfig
  usingComponents?: Record<string, string>
}

export interface SubPackage {
  root: string
  pages: string[]
}

export interface TabItem {
  pagePath: string
  text: string
  iconPath?: string
  selectedIconPath?: string
}

/** What `window` in app.json and a page's own JSON file may say about its frame. */
export interface WindowConfig {
  navigationBarTitleText?: string
  navigationStyle?: 'default' | 'custom'
  onReachBottomDistance?: number
}

/** The JSON file of a page or a component. */
export interface ComponentConfig extends WindowConfig {
  component?: boolean
  styleIsolation?: string
  usingComponents?: Record<string, string>
}

export function subPackagesOf(config: AppConfig): SubPackage[] {
  const declared = config.subPackages ?? config.subpackages ?? []
  return declared.map(({ root, pages }) => ({ root: root.replace(/^\/|\/$/g, ''), pages }))
}

/** Every page of the app, main package first, as a path without extension. */
export function pagesOf(config: AppConfig): string[] {
  return [
    ...config.pages,
    ...subPackagesOf(config).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ]
}

/** Resolves `./x`, `../x`, `x` and `/x` as WeChat does: `/` is the package, everything else the file's folder. */
export function resolvePath(from: string, target: string): string {
  const parts = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}
