import { MINUTES, ONLINE, roundPolicy } from '#core/rounds'
import type { Found, SearchReader } from '#server/search/index'
import { listRoundsById, roundsMetBy } from '../repository'
import { listSessionsById } from './repository'

/** Sessions that something leads to, named by when and where they are, for who reads their round. Three queries. */
export const sessionLinkReader: SearchReader = async ({ db, actor, region }, ids) => {
  const sessions = await listSessionsById(db, region.regionId, ids)
  const roundIds = [...new Set(sessions.map(({ round_id: id }) => id))]
  const rounds = await listRoundsById(db, region.regionId, roundIds)
  const met = await roundsMetBy(db, actor, region.regionId, rounds)
  return new Map(
    sessions.flatMap((session): [string, Found][] => {
      const round = met.get(session.round_id)
      const row = rounds.find(({ round_id: id }) => id === session.round_id)
      if (!row || !round || !roundPolicy.read(actor, round)) return []
      const title = `${MINUTES.when(session.starts_at.toISOString())} ${session.place ?? ONLINE}`
      return [[session.session_id, { title, text: '', placeName: row.place_name, at: session.created_at }]]
    }),
  )
}
