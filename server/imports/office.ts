import { importPolicy } from '#core/imports'
import type { Role } from '#core/permissions'
import type { Context } from '#server/platform/context'

/** In which office somebody brings in or takes out rolls, and the name they sign with. */
export function signatureOf({ actor, region }: Pick<Context, 'actor' | 'region'>): {
  role: Role | null
  name: string
} {
  const here = { jurisdiction: region.path }
  const held = actor.roles.find((role) => importPolicy.work({ ...actor, roles: [role] }, here))
  return { role: held?.role ?? null, name: held?.officialName ?? '' }
}
