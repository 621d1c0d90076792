import { ITEM_OFFICES, roundPolicy, type Item } from '#core/rounds'
import type { ShownAs } from '#core/matters'
import { signedAs } from '#core/permissions'
import { neighbourName } from '#core/places'
import type { ActingRole, Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { officeIn } from '../office-in'
import type { RoundRow } from '../repository'
import type { ItemRow } from './repository'

/** The office in which somebody acts on an item: of the body that is asked, else the one in which they convene; undefined: as a neighbour. */
export function officeForItem(
  { actor }: Pick<Context, 'actor'>,
  round: RoundRow,
  item: Pick<Item, 'ownerKind' | 'round'>,
): ActingRole | undefined {
  const asked = actor.roles.find(
    ({ role, placeId }) =>
      ITEM_OFFICES[item.ownerKind].includes(role) && round.jurisdiction.includes(placeId),
  )
  if (asked) return asked
  return item.ownerKind !== 'organisation' && roundPolicy.convene(actor, item.round)
    ? officeIn(actor, round)
    : undefined
}

/** What who acts on an item is called: with their office, as their organisation, or as they want to be shown. */
export async function nameOnItem(
  tx: Transaction,
  context: Pick<Context, 'actor'>,
  { round, row, item, shownAs }: { round: RoundRow; row: ItemRow; item: Item; shownAs: ShownAs },
): Promise<string> {
  if (item.inOrganisation && row.organisation_name) return row.organisation_name
  const forThemselves = row.owner_kind === 'resident' && row.owner_id === context.actor.personId
  const office = forThemselves ? undefined : officeForItem(context, round, item)
  return office ? signedAs(office) : nameAsNeighbour(tx, context.actor.personId, round, shownAs)
}

/** 3号楼的一位住户, or a nickname. */
export async function nameAsNeighbour(
  tx: Transaction,
  personId: string,
  { place_name }: Pick<RoundRow, 'place_name'>,
  shownAs: ShownAs,
): Promise<string> {
  if (shownAs === 'resident') return neighbourName(place_name)
  const person = await tx
    .selectFrom('people')
    .select('nickname')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return person?.nickname ?? neighbourName(place_name)
}
