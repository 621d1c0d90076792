/** What every asynchronous API of WeChat takes besides its own options. */
export interface Callbacks {
  success?: (result: object) => void
  fail?: (result: object) => void
  complete?: (result: object) => void
}

export type Options = Callbacks & Record<string, unknown>

/** Ends an API call as failed: `wx.scanCode` with `new ApiFailure('cancel')` says `scanCode:fail cancel`. */
export class ApiFailure extends Error {}

/** The phone's own result of a call; `answer` is what the test wants it to be, laid over it. */
type Act = (options: Options, answer: unknown) => unknown

/** Options without the callbacks: what crosses over to Node. */
const plain = (options: object): unknown => JSON.parse(JSON.stringify(options))

/** Notes a call for the test. */
export function note(name: string, options: object): void {
  void window.weappCall(name, plain(options))
}

/**
 * An asynchronous API of WeChat's: callbacks, or a promise when none is given. The test hears of the call and may
 * answer it; without its answer `act` does.
 */
export function asyncApi(name: string, act: Act = () => ({})) {
  return (options: Options = {}): Promise<object> | undefined => {
    const outcome = perform(name, options, act)
    const { success, fail, complete } = options
    if (!success && !fail && !complete)
      return outcome.then(({ ok, result }) => (ok ? result : Promise.reject(result)))
    void outcome.then(({ ok, result }) => {
      if (ok) success?.(result)
      else fail?.(result)
      complete?.(result)
    })
    return undefined
  }
}

async function perform(name: string, options: Options, act: Act): Promise<{ ok: boolean; result: object }> {
  try {
    const answer = await window.weappCall(name, plain(options))
    if (answer.failure !== undefined) throw new ApiFailure(answer.failure)
    const result = await act(options, answer.value)
    return { ok: true, result: { ...asObject(result), ...asObject(answer.value), errMsg: `${name}:ok` } }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { ok: false, result: { errMsg: `${name}:fail ${reason}` } }
  }
}

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {})
