import { SmsFailure, type SmsSender } from './sender'

/** How long the gateway may take, in milliseconds. */
const TIMEOUT_MS = 5_000

/** Where messages are handed over: SMS_GATEWAY_URL and SMS_GATEWAY_TOKEN. */
export interface SmsGateway {
  url: string
  token: string
}

/**
 * Hands each message to the operator's gateway: `POST {"phone","code"}` with a bearer token; any 2xx means taken. The
 * gateway knows the provider, the template and the signature, which differ from place to place.
 */
export function createHttpSender({ url, token }: SmsGateway): SmsSender {
  return {
    send: async (phone, code) => {
      try {
        const response = await fetch(url, {
          method: 'POST',
          redirect: 'error',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({ phone, code }),
          signal: AbortSignal.timeout(TIMEOUT_MS),
        })
        await response.body?.cancel()
        if (!response.ok) throw new Error('refused')
      } catch {
        // What fetch throws may carry the address and its parts: it is not passed on, so that it can reach no log.
        throw new SmsFailure()
      }
    },
  }
}
