import { isShownState, isStaffOfWishes, wishPolicy } from '#core/wishes'
import type { ThreadSubject, ThreadSubjectReader } from '#server/threads/index'
import { listWishesById, type WishRow } from './repository'
import { wishesMetBy } from './standing'

/** Wishes as their threads meet them: three queries, however many. */
export const wishThreads: ThreadSubjectReader = async (asking, ids) => {
  if (ids.length === 0) return new Map()
  const { db, actor, region } = asking
  const rows = await listWishesById(db, region.regionId, ids)
  const met = await wishesMetBy(db, actor, region.regionId, rows)
  return new Map(
    rows.flatMap((row): [string, ThreadSubject][] => {
      const wish = met.get(row.wish_id)
      if (!wish) return []
      const staff = wishPolicy.read_staff_notes(actor, wish)
      return [
        [
          row.wish_id,
          {
            ...aboutOf(row),
            readable: wishPolicy.read(actor, wish),
            staff,
            official: staff ? officeOf(asking, row) : undefined,
          },
        ],
      ]
    }),
  )
}

function aboutOf(row: WishRow): Omit<ThreadSubject, 'readable' | 'staff' | 'official'> {
  return {
    open: row.words_state === 'shown' && isShownState(row.state),
    reporterId: row.author_id,
    handlerIds: row.helper_id ? [row.helper_id] : [],
    handledInOffice: false,
    aboutTitle: row.title,
    placeName: row.place_name,
  }
}

/** The office in which staff answer: the first held over the place it comes from that answers for wishes at all. */
function officeOf(
  { actor, region }: Parameters<ThreadSubjectReader>[0],
  row: WishRow,
): ThreadSubject['official'] {
  const held = actor.roles.find((one) => isStaffOfWishes(one) && row.jurisdiction.includes(one.placeId))
  return held && { role: held.role, unitName: held.placeId === region.regionId ? region.name : null }
}
