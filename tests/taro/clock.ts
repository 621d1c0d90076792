/** All that jest can fake besides the date: what waits goes on waiting. */
const TIMERS = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
  'cancelIdleCallback',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const

/** Sets the day for the tests of one file, so that 今天 and 周四 are the same whenever they run. */
export function atInstant(instant: string): void {
  beforeAll(() => jest.useFakeTimers({ now: new Date(instant), doNotFake: [...TIMERS] }))
  afterAll(() => jest.useRealTimers())
}
