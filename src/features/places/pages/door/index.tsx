import { doorCodeIn } from '#core/places'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { redirect, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { CodeEntry } from '../../components/CodeEntry'
import { DoorPlace } from '../../components/DoorPlace'

/**
 * 门口的码: opened by a scanned code (`code`, or `scene` as WeChat hands it over), or to take one by hand. Whoever is
 * signed out signs in first and comes back with the code.
 */
export default function DoorPage() {
  const { code: given, scene } = usePageQuery()
  const code = given ?? scene
  const signedIn = useSignInFirst(ROUTES.door, { code })
  if (!signedIn) return null
  if (code === undefined || code === '')
    return <CodeEntry onCode={(next) => redirect(ROUTES.door, { code: next })} />
  return <DoorPlace code={doorCodeIn(code) ?? code} onOther={() => redirect(ROUTES.door)} />
}
