import { useEffect } from 'react'
import { restartAt, urlOf, type Query } from '../platform/navigation'
import { usePageInView } from '../platform/page'
import { useSignedIn } from '../platform/session'
import { ROUTES } from '../routes'

/**
 * Sends whoever is not (or no longer) signed in to the sign-in page, and from there back to `page`; without one, to
 * Home. True while somebody is signed in.
 */
export function useSignInFirst(page?: string, query?: Query): boolean {
  const signedIn = useSignedIn()
  const inView = usePageInView()
  const next = page && urlOf(page, query)
  useEffect(() => {
    if (!signedIn && inView) restartAt(ROUTES.signIn, { next })
  }, [signedIn, inView, next])
  return signedIn
}
