import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until something is so; says so when it never is. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 30_000; !(await isSo()); await sleep(50))
    if (Date.now() > deadline) throw new Error('It never was so')
}
