import { roundPolicy, type Round } from '#core/rounds'
import type { ThreadSubject, ThreadSubjectReader } from '#server/threads/index'
import { officeIn } from './office-in'
import { listRoundsById, roundsMetBy, type RoundRow } from './repository'

/** Rounds as their threads meet them: two queries, however many. */
export const roundThreads: ThreadSubjectReader = async (asking, ids) => {
  if (ids.length === 0) return new Map()
  const { db, actor, region } = asking
  const rows = await listRoundsById(db, region.regionId, ids)
  const met = await roundsMetBy(db, actor, region.regionId, rows)
  return new Map(
    rows.flatMap((row): [string, ThreadSubject][] => {
      const round = met.get(row.round_id)
      return round ? [[row.round_id, subjectOf(row, round, asking)]] : []
    }),
  )
}

/** Staff observe a residents' round and answer in it as themselves (domain.md 6). */
function subjectOf(
  row: RoundRow,
  round: Round,
  { actor, region }: Parameters<ThreadSubjectReader>[0],
): ThreadSubject {
  const staff = roundPolicy.observe(actor, round)
  const held = staff || actor.personId === row.convener_id ? officeIn(actor, row) : undefined
  return {
    readable: roundPolicy.read(actor, round),
    staff,
    open: row.words_state === 'shown',
    reporterId: null,
    handlerIds: [row.convener_id],
    handledInOffice: row.convener_role !== null,
    aboutTitle: row.question,
    placeName: row.place_name,
    official: held && {
      role: held.role,
      unitName: held.placeId === region.regionId ? region.name : row.place_name,
    },
  }
}
