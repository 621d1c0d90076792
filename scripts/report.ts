/** Prints what a check found, one line each, and sets the exit code. */
export function report(claim: string, problems: readonly string[]): void {
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) process.exitCode = 1
  else console.log(`${claim}.`)
}
