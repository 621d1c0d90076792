import { dateOf } from '#core/calendar'
import type { Changes, StandingPlace } from '#core/imports'
import type { ContactBox } from '#server/platform/crypto/index'
import { addPlaces, carryNames, changePlaces, releaseNames, waysOf, type WriteTo } from './write-places'
import { addUnitHomes, endUnitHomes, saveOwners, saveOwnerships, saveRoll, saveUnits } from './write-rolls'

/** Rows of one statement. */
const AT_ONCE = 2_000

/**
 * Writes what an import changes, a few statements for thousands of rows. `onRows` hears after each how many rows of the
 * changes are written, and may be waited for.
 */
export async function writeChanges(
  to: WriteTo,
  { box, standing, changes }: { box: ContactBox; standing: readonly StandingPlace[]; changes: Changes },
  onRows: (rows: number) => Promise<void>,
): Promise<void> {
  const { places, units, unitHomes, owners, ownerships, roll } = changes
  const today = dateOf(to.now)
  const wayOf = waysOf(to.communityId, [...standing, ...places.changed, ...places.added])
  let written = 0
  const each = async <Row>(rows: readonly Row[], write: (some: readonly Row[]) => Promise<void>) => {
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const some = rows.slice(from, from + AT_ONCE)
      await write(some)
      written += some.length
      await onRows(written)
    }
  }
  // Old names make room before new places take them.
  const renamedIds = renamedIn(standing, places.changed)
  await releaseNames(to, renamedIds)
  await each(places.changed, (some) => changePlaces(to, some))
  await each(places.added, (some) => addPlaces(to, some, wayOf))
  await carryNames(to, renamedIds)
  await each([...units.changed, ...units.added], (some) => saveUnits(to, some))
  await each(unitHomes.ended, (some) => endUnitHomes(to, some, today))
  await each(unitHomes.added, (some) => addUnitHomes(to, some, today))
  await each([...owners.changed, ...owners.added], (some) => saveOwners(to, box, some))
  await each([...ownerships.changed, ...ownerships.added], (some) => saveOwnerships(to, some))
  await each([...roll.changed, ...roll.added], (some) => saveRoll(to, box, some))
}

function renamedIn(standing: readonly StandingPlace[], changed: readonly StandingPlace[]): string[] {
  const names = new Map(standing.map(({ placeId, name }) => [placeId, name]))
  return changed.filter(({ placeId, name }) => names.get(placeId) !== name).map(({ placeId }) => placeId)
}

/** How many rows are written in all. */
export function rowsIn({ places, units, unitHomes, owners, ownerships, roll }: Changes): number {
  const both = ({ added, changed }: { added: unknown[]; changed: unknown[] }) => added.length + changed.length
  const links = unitHomes.added.length + unitHomes.ended.length
  return both(places) + both(units) + links + both(owners) + both(ownerships) + both(roll)
}
