import { decideSecond, homeToSecond, type WishView } from '#core/wishes'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import type { ContactBox } from '#server/platform/crypto/index'
import { holdNeighbour } from './hold'
import { presentWish } from './present-wish'
import { lockWish } from './repository'
import { addSeconds, removeSecond } from './seconds'
import { wishMetBy } from './standing'
import { tellOfMany } from './tell'

/** 我也想要, once per home; or taking it back. No step of the wish: nobody's act is refused for it. */
export async function secondWish(
  asked: Context,
  box: ContactBox,
  { wishId, wanted }: { wishId: string; wanted: boolean },
): Promise<WishView> {
  return asked.transact(async (tx) => {
    // Who leaves the home at this moment has left it.
    const context = await holdNeighbour(tx, asked)
    const { actor, region, now } = context
    const row = await lockWish(tx, region.regionId, wishId)
    if (!row) throw new DomainError('NOT_FOUND')
    const wish = await wishMetBy(tx, actor, row)
    enforce(decideSecond(actor, wish, wanted))
    const home = wanted ? homeToSecond(actor, wish) : undefined
    const seconds = home
      ? await addSeconds(tx, row, [{ homeId: home.homeId, personId: actor.personId }], now())
      : await removeSecond(tx, row, actor.personId)
    // The author moved in at this moment.
    if (wanted && seconds === row.seconds) throw new DomainError('WISH_OWN_HOME')
    const changed = { ...row, seconds }
    await tellOfMany(tx, changed, now())
    await record(tx, {
      regionId: region.regionId,
      at: now(),
      personId: actor.personId,
      role: null,
      act: wanted ? 'wish.second' : 'wish.take_back_second',
      subject: { kind: 'wish', id: wishId },
    })
    return presentWish(tx, context, box, changed)
  })
}
