import { isRoundPlace, roundOffice } from '#core/rounds'
import { DomainError } from '#core/errors'
import { signedAs } from '#core/permissions'
import { findPersonByCode } from '#server/people/index'
import { findCallerIn } from '#server/platform/http/caller'
import type { Transaction } from '#server/platform/db/index'
import type { DoingRound } from './act-on-round'
import { nameWithoutOffice } from './board/begin-with'
import { listNamingIds } from './clock'
import { roundFor, type RoundRow } from './repository'
import { tellParticipants, tellPersonsOfRound } from './tell-round'
import { NOBODY_ASKED } from './touch-round'

interface Asked {
  changes: Partial<RoundRow>
  otherName?: string
}

/**
 * 另请召集人: staff ask somebody who lives in the scope, or is in an office in which rounds are convened there. It stays idle, and the days to
 * find somebody begin anew. Throws ROUND_CONVENER_WRONG.
 */
export async function nameConvener(doing: DoingRound): Promise<Asked> {
  const { tx, row, context, input, at } = doing
  if (!input.personCode) throw new DomainError('BODY_INVALID', 'personCode')
  const personId = await findPersonByCode(tx, input.personCode)
  const standing = personId === row.convener_id ? undefined : await convenerStanding(tx, row, personId, at)
  if (!standing) throw new DomainError('ROUND_CONVENER_WRONG', 'personCode')
  const told = { byPersonId: context.actor.personId, at }
  await tellPersonsOfRound(tx, row, { kind: 'round_asked', personIds: [personId] }, told)
  return {
    changes: {
      next_convener_id: personId,
      next_convener_name: standing.name,
      idle_at: row.idle_at === null ? null : at,
    },
    otherName: standing.name,
  }
}

/** 我来召集: from now on in the office they hold there, or as who lives there. */
export async function takeOver({ tx, row, context, at }: DoingRound): Promise<Asked> {
  const { personId } = context.actor
  const standing = await convenerStanding(tx, row, personId, at)
  // They moved away, or left the office, since they were asked.
  if (!standing) throw new DomainError('NOT_ALLOWED')
  await tellParticipants(tx, row, 'round_taken_over', { byPersonId: personId, at })
  return {
    changes: {
      convener_id: personId,
      convener_role: standing.role,
      convener_name: standing.name,
      ...NOBODY_ASKED,
    },
  }
}

/** 我接不了: staff ask somebody else. */
export async function refuseOver({ tx, row, context, at }: DoingRound): Promise<Asked> {
  const told = { byPersonId: context.actor.personId, at }
  const personIds = await listNamingIds(tx, row, at)
  await tellPersonsOfRound(tx, row, { kind: 'round_not_taken', personIds }, told)
  return { changes: { ...NOBODY_ASKED, idle_at: row.idle_at } }
}

/** As what somebody may convene this round, at this moment; undefined: not at all. */
async function convenerStanding(
  tx: Transaction,
  row: RoundRow,
  personId: string,
  at: Date,
): Promise<{ role: RoundRow['convener_role']; name: string } | undefined> {
  const found = await findCallerIn(tx, { personId, sessionId: personId }, row.community_id, at)
  if (!found || !isRoundPlace(row.place_kind)) return undefined
  const office = roundOffice(found.actor.roles, { kind: row.place_kind, jurisdiction: row.jurisdiction })
  if (office) return { role: office.role, name: signedAs(office) }
  const { standing } = await roundFor(tx, found.actor, row)
  const grown = found.actor.homes.some(
    ({ homeId, isAdult }) => isAdult && standing.homesInScope.includes(homeId),
  )
  return grown ? { role: null, name: await nameWithoutOffice(tx, personId, row.place_name) } : undefined
}
