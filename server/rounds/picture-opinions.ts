import { commonGround, type Held, type Met, type Opinion } from '#core/rounds'
import { groupOpinions } from './group-opinions'

/** What may be known of a round's opinions: groups and counts, nobody's answer. */
export interface OpinionPicture {
  /** The largest first. `x`, `y`: where it lies, from −1 to 1. */
  groups: { people: number; x: number; y: number; holds: Held[] }[]
  /** 大家都这么看. */
  meets: Met[]
  /** Which group somebody is in: told to nobody but themselves. */
  groupOf: Map<string, number>
}

/** 看法的图 (domain.md 6): undefined while too few people answered. */
export function pictureOpinions(
  opinions: readonly Opinion[],
  statementIds: readonly string[],
): OpinionPicture | undefined {
  const groups = groupOpinions(opinions, statementIds)
  if (!groups) return undefined
  const { holds, meets } = commonGround(
    groups.map(({ members }) => members),
    statementIds,
  )
  return {
    groups: groups.map(({ members, x, y }, index) => ({
      people: members.length,
      x,
      y,
      holds: holds[index] ?? [],
    })),
    meets,
    groupOf: new Map(
      groups.flatMap(({ members }, index) => members.map(({ personId }) => [personId, index] as const)),
    ),
  }
}
