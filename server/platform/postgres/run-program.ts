import { spawn } from 'node:child_process'
import { programOptions, type Account } from './account'
import { StartupError, startupFailures } from './startup-error'

/** Runs a program of PostgreSQL to its end; answers what it said if it failed. */
export function runProgram(
  program: string,
  args: string[],
  account: Account | undefined,
): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...programOptions(account), stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (text: Buffer) => (output += text.toString()))
    child.stderr.on('data', (text: Buffer) => (output += text.toString()))
    child.on('error', (error) => reject(programsUnusable(program, error)))
    child.on('close', (code) => resolve(code === 0 ? undefined : output || 'no output'))
  })
}

/** The file is there but the system won't run it: another C library, a disk mounted noexec. */
export function programsUnusable(program: string, error: Error): StartupError {
  return new StartupError(startupFailures.programsUnusable(program, error.message), { cause: error })
}
