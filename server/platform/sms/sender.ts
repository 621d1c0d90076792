/** Sends a code to a phone by text message. */
export interface SmsSender {
  /** Throws SmsFailure when it is not known to have gone out. Neither phone nor code is in the error. */
  send(phone: string, code: string): Promise<void>
}

/** The message did not go out, or nobody knows. */
export class SmsFailure extends Error {
  override readonly name = 'SmsFailure'
}
