import { roundCodeIn } from '#core/rounds'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'

/** Opens what neighbours talk about where a code of it was scanned: the session it hangs at, the round on the big screen. Answers whether it was one. */
export function openTalk(scanned: string): boolean {
  const found = roundCodeIn(scanned)
  if (!found) return false
  if ('code' in found) goTo(ROUTES.session, found)
  else goTo(ROUTES.round, found)
  return true
}
