import { withConsent } from '@/parts/consent/ask-consent'
import { withPhone } from '@/parts/phone/with-phone'

/** Sends what may need the reader's consent or a verified phone, and leads to either where the server asks for it. */
export const askingFirst = <T>(act: () => Promise<T>): Promise<T> => withPhone(() => withConsent(act))
