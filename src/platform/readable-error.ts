/** An error whose message is a sentence for the reader: what happened, what was kept, what to do. */
export class ReadableError extends Error {
  constructor(
    message: string,
    /** The field of the form it is about. */
    readonly field?: string,
    /** Whether the act may have happened all the same; a retry must then carry the same idempotency key. */
    readonly outcomeUnknown: boolean = false,
  ) {
    super(message)
  }
}

/** The request did not get there, or its answer did not come back. */
export class NetworkError extends ReadableError {
  constructor(readonly reason?: unknown) {
    super('没连上网，请看看网络，再试一次。', undefined, true)
  }
}

const UNEXPECTED = '出了点问题，请再试一次。'

/** The sentence to show for an error; one of our own that was not meant for readers is not shown. */
export function sentenceOf(error: unknown): string {
  return error instanceof ReadableError ? error.message : UNEXPECTED
}
