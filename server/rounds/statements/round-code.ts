import { ROUND_PAGE, type RoundCode } from '#core/rounds'
import type { Context } from '#server/platform/context'
import { pagePicture } from '../qr-rows'
import { readableRound } from '../readable'

/** The picture that a big screen shows: a phone's camera opens the page of the round. Two queries. */
export async function readRoundCode(
  context: Context,
  { roundId, site }: { roundId: string; site: string },
): Promise<RoundCode> {
  const { row } = await readableRound(context, roundId)
  return pagePicture(site, `${ROUND_PAGE}?communityId=${row.community_id}&roundId=${roundId}`)
}
