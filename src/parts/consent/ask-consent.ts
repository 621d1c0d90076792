import { useSyncExternalStore } from 'react'
import { documentRefusedBy, type ConsentDocument } from '#core/people'
import { ApiError } from '@/platform/call-endpoint'
import { createStore } from '@/platform/store'

/** The notice that waits for an answer. */
export interface AskedConsent {
  document: ConsentDocument
  answer: (agreed: boolean) => void
}

const asked = createStore<AskedConsent | undefined>(undefined)

/**
 * Does what may need the reader's consent. Where the server asks for it first, the notice comes up on the page's
 * `<ConsentSheet />`; once agreed to, the same is done once more. Who refuses gets the server's refusal.
 *
 * `useSubmit((input, key) => withConsent(() => callEndpoint(endpoint, { ...input, key })))`: a refusal is no act, so the
 * key may be the same.
 */
export async function withConsent<T>(act: () => Promise<T>, agreed: ConsentDocument[] = []): Promise<T> {
  try {
    return await act()
  } catch (error) {
    const document = error instanceof ApiError ? documentRefusedBy(error.code) : undefined
    if (document === undefined || agreed.includes(document) || !(await askConsent(document))) throw error
    return withConsent(act, [...agreed, document])
  }
}

/** Shows a notice; true once it is agreed to. One at a time: a second one answers the first with no. */
export function askConsent(document: ConsentDocument): Promise<boolean> {
  putAwayConsent()
  return new Promise((resolve) => {
    const answer = (agreed: boolean) => {
      asked.set(undefined)
      resolve(agreed)
    }
    asked.set({ document, answer })
  })
}

/** The page is gone: nobody will answer any more. */
export function putAwayConsent(): void {
  asked.get()?.answer(false)
}

/** The notice that waits for an answer. */
export function useAskedConsent(): AskedConsent | undefined {
  return useSyncExternalStore(asked.subscribe, asked.get)
}
