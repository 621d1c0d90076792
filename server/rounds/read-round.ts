import type { RoundPage } from '#core/rounds'
import type { Context } from '#server/platform/context'
import type { ContactBox } from '#server/platform/crypto/index'
import { openingOf } from './opening'
import { presentRound } from './present-round'
import { readableRound } from './readable'

/** A round with its timeline; what the asker may not know of is not found. With what its page shows first, where that is asked for. */
export async function readRound(
  context: Context,
  { roundId, opening }: { roundId: string; opening?: 'true' | undefined },
  box: ContactBox,
): Promise<RoundPage> {
  const met = await readableRound(context, roundId)
  const shown = await presentRound(context.db, context, met.row, met.round)
  return opening ? { ...shown, opening: await openingOf(context, met, box) } : shown
}
