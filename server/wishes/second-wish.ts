import { decideSecond, type WishView } from '#core/wishes'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import type { ContactBox } from '#server/platform/crypto/index'
import { holdNeighbour } from './hold'
import { presentWish } from './present-wish'
import { lockWish } from './repository'
import { addSeconds, listSeconds, removeSecond } from './seconds'
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
    enforce(decideSecond(actor, await wishMetBy(tx, actor, row), wanted))
    const home = actor.homes.find(({ path }) => path.includes(row.scope_place_id))
    if (!home) throw new DomainError('NOT_ALLOWED')
    if (wanted && (await listSeconds(tx, row)).some(({ homeId }) => homeId === home.homeId))
      throw new DomainError('WISH_HOME_SECONDED')
    const seconds = wanted
      ? await addSeconds(tx, row, [{ homeId: home.homeId, personId: actor.personId }], now())
      : await removeSecond(tx, row, actor.personId)
    // The author's own home was left out.
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
