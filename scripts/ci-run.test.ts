import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

let clone: string

/** A command of the machine, played by a script. */
function play(command: string, script: string): void {
  const file = path.join(clone, 'bin', command)
  writeFileSync(file, `#!/usr/bin/env bash\n${script}\n`)
  chmodSync(file, 0o755)
}

/** npm that passes everything with 2 tests a run, but for what `exceptions` says (a case of bash per line). */
function playNpm(exceptions = ''): void {
  play(
    'npm',
    `echo "npm $*" >> "$PWD/commands"
     for argument in "$@"; do case "$argument" in --outputFile=*) report="\${argument#*=}";; esac; done
     tests() { echo "{\\"numPassedTests\\":$1,\\"numFailedTests\\":$2,\\"numRuntimeErrorTestSuites\\":$3}" > "$report"; }
     case "$*" in ${exceptions} *--json*) tests 2 0 0;; esac`,
  )
}

function run(): { status: number | null; last: string; commands: string[] } {
  const { status, stdout } = spawnSync('bash', ['.ci/run'], {
    cwd: clone,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${path.join(clone, 'bin')}:${process.env.PATH ?? ''}` },
  })
  const commands = readFileSync(path.join(clone, 'commands'), 'utf8').trim().split('\n')
  return { status, last: stdout.trim().split('\n').pop() ?? '', commands }
}

beforeEach(() => {
  clone = mkdtempSync(path.join(os.tmpdir(), 'linli-ci-'))
  mkdirSync(path.join(clone, 'bin'))
  cpSync('.ci', path.join(clone, '.ci'), { recursive: true })
  writeFileSync(path.join(clone, '.ci', 'answers'), 'exit 0\n')
  play('chromium', 'true')
  play('fc-list', 'echo Noto')
  play('git', 'true')
})
afterEach(() => rmSync(clone, { recursive: true }))

it('closes with the tests of all runs', () => {
  playNpm()
  expect(run()).toMatchObject({ status: 0, last: '8 passed, 0 failed' })
})

it('installs before anything else, and stops when that fails', () => {
  playNpm('ci) exit 1;;')
  expect(run()).toEqual({ status: 1, last: '0 passed, 1 failed', commands: ['npm ci'] })
})

it('goes on after a failed test and counts it once', () => {
  playNpm('test*) tests 5 1 0; exit 1;;')
  const { status, last, commands } = run()
  expect({ status, last }).toEqual({ status: 1, last: '11 passed, 1 failed' })
  expect(commands.some((command) => command.startsWith('npm run test:stress'))).toBe(true)
})

it('counts a suite that could not start, a run without a report, and a failed check', () => {
  playNpm(`test*) tests 5 0 2; exit 1;;
           'run e2e:h5'*) exit 1;;
           'run check') exit 1;;`)
  expect(run()).toMatchObject({ status: 1, last: '9 passed, 4 failed' })
})

it('fails when every test passed but the run did not', () => {
  playNpm('test*) tests 5 0 0; exit 1;;')
  expect(run()).toMatchObject({ status: 1, last: '11 passed, 1 failed' })
})

it('fails when a command that writes changes a clean clone', () => {
  playNpm()
  play('git', 'exit 1')
  expect(run()).toMatchObject({ status: 1, last: '8 passed, 1 failed' })
})
