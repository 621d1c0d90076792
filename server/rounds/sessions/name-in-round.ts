import { sql } from 'kysely'
import type { ShownAs } from '#core/matters'
import { signedAs } from '#core/permissions'
import { neighbourName } from '#core/places'
import type { Role } from '#core/permissions'
import type { ActingRole } from '#server/platform/context'
import { officeIn } from '../office-in'
import type { InRound } from '../in-round'

interface Signed {
  name: string
  /** The office in which it is done; null: as a resident. */
  role: Role | null
}

/** The office in which somebody acts in a round; undefined: as a resident. */
export const officeOf = ({
  context: { actor },
  row,
  homeId,
}: Pick<InRound, 'context' | 'row' | 'homeId'>): ActingRole | undefined =>
  homeId === null || actor.personId === row.convener_id ? officeIn(actor, row) : undefined

/** What somebody is called who acts in a round: 陈阿姨（楼栋长） in office, else by nickname or 3号楼的一位住户, as they like. */
export async function nameInRound(
  { tx, context, row, homeId }: Pick<InRound, 'tx' | 'context' | 'row' | 'homeId'>,
  shownAs: ShownAs,
): Promise<Signed> {
  const { actor, region } = context
  const office = officeOf({ context, row, homeId })
  if (office) return { name: signedAs(office), role: office.role }
  const path = actor.homes.find((home) => home.homeId === homeId)?.path ?? []
  const { rows } = await sql<{ nickname: string | null; building: string | null }>`
    select nickname, (select name from places where community_id = ${region.regionId} and kind = 'building'
      and place_id = any (${path}::uuid[]) limit 1) as building
    from people where person_id = ${actor.personId}`.execute(tx)
  const { nickname, building } = rows[0] ?? { nickname: null, building: null }
  return { name: shownAs === 'nickname' && nickname ? nickname : neighbourName(building), role: null }
}
