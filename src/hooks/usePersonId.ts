import { useEffect } from 'react'
import { knownMe, useMe } from '../platform/me'
import { useSignedIn } from '../platform/session'

/**
 * Who is signed in: what is kept on this phone carries it in its key, since several people may share a phone. Undefined
 * until it is known.
 */
export function usePersonId(): string | undefined {
  const personId = useMe()?.personId
  const signedIn = useSignedIn()
  useEffect(() => {
    // Who can't be loaded is asked for again by the page itself.
    if (signedIn && personId === undefined) knownMe().catch(() => undefined)
  }, [signedIn, personId])
  return personId
}
