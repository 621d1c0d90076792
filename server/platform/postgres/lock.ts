import { setTimeout as sleep } from 'node:timers/promises'
import { leaveMark, livingMarks, removeMark, type Mark } from './living-marks'
import type { Home } from './home'
import { StartupError, startupFailures } from './startup-error'
import { tellLater } from './tell-later'

/** The other one may be recovering after a power cut; only then does it take minutes. */
const LONGEST_WAIT_MS = 10 * 60_000

/** Only one process at a time starts or stops the database of this home. */
export async function withLock<T>(home: Home, work: () => Promise<T>): Promise<T> {
  const mark = await takeLock(home)
  try {
    return await work()
  } finally {
    removeMark(mark)
  }
}

/**
 * Leave a mark, then look: who sees no other living mark has the lock, everybody else withdraws and tries again a
 * little later. Of two who come at once at least one sees the other, so there are never two; and a dead holder's
 * mark does not count, so it blocks nobody.
 */
async function takeLock({ lockFolder, folder, onProgress }: Home): Promise<Mark> {
  const deadline = Date.now() + LONGEST_WAIT_MS
  const tell = tellLater(onProgress)
  for (;;) {
    const mark = livingMarks(lockFolder).length === 0 ? tryToTake(lockFolder) : undefined
    if (mark) return mark
    const holder = String(livingMarks(lockFolder)[0]?.pid ?? '?')
    if (Date.now() > deadline) throw new StartupError(startupFailures.busy(folder, holder))
    tell(`另一个进程(${holder})正在启动或停止同一个数据库,等它完成…`)
    await sleep(20 + Math.random() * 40)
  }
}

function tryToTake(lockFolder: string): Mark | undefined {
  const mark = leaveMark(lockFolder)
  if (livingMarks(lockFolder).every(({ file }) => file === mark.file)) return mark
  removeMark(mark)
  return undefined
}
