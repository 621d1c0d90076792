/** Lets so many works run at once; the others wait their turn, first come first served. */
export function createTurns(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  const leave = () => {
    running -= 1
    waiting.shift()?.()
  }
  return async (work) => {
    // A loop: who came in the same moment may have taken the place.
    while (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    running += 1
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
