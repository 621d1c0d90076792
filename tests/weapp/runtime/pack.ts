import path from 'node:path'
import { build } from 'esbuild'
import { TmplGroup } from 'glass-easel-template-compiler'
import { resolvePath } from '../app-config'
import { listFiles, readAppConfig, readText, withoutExtension } from '../package-files'
import { toBrowserUnits } from './units'

/** The two scripts that make a browser page out of a mini-program. */
export interface PackedApp {
  bundle: string
  runtime: string
}

const packed = new Map<string, Promise<PackedApp>>()

/** Packs the mini-program in `dist`; a folder is packed once per process. */
export function packMiniProgram(dist: string): Promise<PackedApp> {
  const known = packed.get(dist)
  if (known) return known
  const fresh = Promise.all([packBundle(dist), packRuntime()]).then(([bundle, runtime]) => ({
    bundle,
    runtime,
  }))
  packed.set(dist, fresh)
  return fresh
}

async function packBundle(dist: string): Promise<string> {
  const files = await listFiles(dist)
  const readAll = async (extension: string) => {
    const names = files.filter((file) => file.endsWith(extension))
    const entries = names.map(async (file) => [withoutExtension(file), await readText(dist, file)] as const)
    return Object.fromEntries(await Promise.all(entries))
  }
  const [templates, wxs, sheets, json, scripts, config] = await Promise.all([
    readAll('.wxml'),
    readAll('.wxs'),
    readAll('.wxss'),
    readAll('.json'),
    readAll('.js'),
    readAppConfig(dist),
  ])
  const styles = Object.keys(sheets).map(
    (sheet) => [sheet, toBrowserUnits(inlineImports(sheet, sheets))] as const,
  )
  const parsedJson = Object.entries(json).map(([name, text]) => [name, JSON.parse(text) as unknown] as const)
  const data = { config, styles: Object.fromEntries(styles), json: Object.fromEntries(parsedJson), scripts }
  return `window.weappBundle = Object.assign(${JSON.stringify(data)}, { templates: ${compile(templates, wxs)} })`
}

interface TemplateComplaint {
  isError: boolean
  path: string
  startLine: number
  startColumn: number
  message: string
}

/** JavaScript of all templates, by WeChat's glass-easel compiler. */
function compile(templates: Record<string, string>, wxs: Record<string, string>): string {
  const group = new TmplGroup()
  try {
    for (const [name, source] of Object.entries(wxs)) group.addScript(name, source)
    const complaints = Object.entries(templates).flatMap(
      ([name, source]) => (group.addTmpl(name, source) ?? []) as TemplateComplaint[],
    )
    const errors = complaints.filter((complaint) => complaint.isError)
    if (errors.length > 0) {
      const lines = errors.map(
        (it) => `${it.path}.wxml:${it.startLine + 1}:${it.startColumn + 1} ${it.message}`,
      )
      throw new Error(`Broken templates:\n${lines.join('\n')}`)
    }
    return group.getTmplGenObjectGroups()
  } finally {
    group.free()
  }
}

/** A style sheet with its `@import`s written out, each at most once. */
function inlineImports(sheet: string, sheets: Record<string, string>, seen = new Set<string>()): string {
  if (seen.has(sheet)) return ''
  seen.add(sheet)
  return (sheets[sheet] ?? '').replace(/@import\s+(?:url\()?["']([^"']+)["']\)?\s*;/g, (_, target: string) =>
    inlineImports(withoutExtension(resolvePath(sheet, target)), sheets, seen),
  )
}

async function packRuntime(): Promise<string> {
  const result = await build({
    entryPoints: [path.join(__dirname, 'main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  })
  return result.outputFiles[0]?.text ?? ''
}
