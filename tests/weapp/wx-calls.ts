import type { Answer } from './runtime/bundle'

/** What a `wx` API is called with, without its callbacks. */
export type WxOptions = Record<string, unknown>

/**
 * The test's answer to an API: the result itself, or a function that makes it. A function that throws makes the
 * call fail: `() => { throw new Error('cancel') }` is `scanCode:fail cancel`.
 */
export type WxAnswer = object | ((options: WxOptions) => object | Promise<object>)

/** Node's end of the phone: every call of an asynchronous `wx` API is noted here, and answered if the test wants. */
export class WxCalls {
  private readonly noted: { name: string; options: WxOptions }[] = []
  private readonly answers = new Map<string, WxAnswer>()

  constructor(answers: Record<string, WxAnswer>) {
    for (const [name, answer] of Object.entries(answers)) this.answers.set(name, answer)
  }

  set(name: string, answer: WxAnswer): void {
    this.answers.set(name, answer)
  }

  /** Answers that need no function: synchronous APIs can use only these. */
  plain(): Record<string, unknown> {
    return Object.fromEntries([...this.answers].filter(([, answer]) => typeof answer !== 'function'))
  }

  of(name: string): WxOptions[] {
    return this.noted.filter((call) => call.name === name).map((call) => call.options)
  }

  async take(name: string, options: WxOptions): Promise<Answer> {
    this.noted.push({ name, options })
    const answer = this.answers.get(name)
    if (typeof answer !== 'function') return { value: answer }
    try {
      return { value: await answer(options) }
    } catch (error) {
      return { failure: (error as Error).message }
    }
  }
}
