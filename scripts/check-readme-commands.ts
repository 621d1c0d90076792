/** Every npm command that the documentation tells a person to type exists, and CI, `check` or a launcher test runs it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { report } from './report'

/** npm's own commands; every other word after `npm` is a script, with or without `run`. */
const OF_NPM = ['ci', 'install']
const SHORT = ['test', 'start']

export interface Command {
  /** Such as `npm run e2e:h5`. */
  text: string
  script: string
  at: string
}

/** The npm commands in the fenced shell blocks of a Markdown page. */
export function commandsIn(file: string, markdown: string): Command[] {
  const found: Command[] = []
  let inShell = false
  markdown.split('\n').forEach((line, index) => {
    const fence = /^\s*```(\w*)/.exec(line)
    if (fence) inShell = !inShell && ['sh', 'bash', 'shell'].includes(fence[1] ?? '')
    else if (inShell) {
      for (const [text, script = ''] of line.replace(/#.*/, '').matchAll(/\bnpm (?:run )?([\w:-]+)/g)) {
        found.push({ text, script, at: `${file}:${index + 1}` })
      }
    }
  })
  return found
}

/** What is wrong with the commands, given the scripts of package.json and the texts that run commands. */
export function commandProblems(
  commands: readonly Command[],
  scripts: object,
  runners: readonly string[],
): string[] {
  return commands.flatMap(({ text, script, at }) => {
    const known =
      OF_NPM.includes(script) || (script in scripts && (text.includes(' run ') || SHORT.includes(script)))
    if (!known) return [`${at}: there is no command ${text}`]
    const whole = new RegExp(`${text}(?![\\w:-])`)
    return runners.some((runner) => whole.test(runner))
      ? []
      : [`${at}: neither .ci/run nor a launcher test runs ${text}`]
  })
}

function filesUnder(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(folder, name))
}

if (require.main === module) {
  const pages = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', ...filesUnder('docs', '.md')].filter(
    existsSync,
  )
  const runners = ['.ci/run', 'scripts/check.ts', ...filesUnder('tests/launcher', '.ts')].map((file) =>
    readFileSync(file, 'utf8'),
  )
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }
  const commands = pages.flatMap((page) => commandsIn(page, readFileSync(page, 'utf8')))
  report(
    `${commands.length} documented commands exist and are run`,
    commandProblems(commands, scripts, runners),
  )
}
