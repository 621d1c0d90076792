import { sql } from 'kysely'
import type { OpinionPictureView, OpinionsView, StoredPicture } from '#core/rounds'
import type { Context } from '#server/platform/context'
import type { ContactBox } from '#server/platform/crypto/index'
import { readableRound } from '../readable'
import { aboutGroups } from './make-picture'
import { listStatementsToAsk } from './repository'
import { participantKey } from './sealed-answers'

interface Kept {
  /** Who answered while there are answers; afterwards as many as there were. */
  people: number
  picture: StoredPicture | null
  groups_sealed: Buffer | null
  made_at: Date | null
}

interface Asked {
  roundId: string
  box: ContactBox
}

/** 看法的图, as it was last made. Four queries. */
export async function readOpinions(context: Context, asked: Asked): Promise<OpinionsView> {
  await readableRound(context, asked.roundId)
  return opinionsOfRound(context, asked)
}

/** The same for who is known to read the round. Two queries. */
export async function opinionsOfRound(
  { db, actor, region }: Pick<Context, 'db' | 'actor' | 'region'>,
  { roundId, box }: Asked,
): Promise<OpinionsView> {
  const round = { communityId: region.regionId, roundId }
  const { rows } = await sql<Kept>`
    select greatest(p.people, (select count(*) from round_opinions where community_id = ${round.communityId}
        and round_id = ${roundId}))::integer as people, p.picture, p.groups_sealed, p.made_at
    from (select 1) as always left join opinion_pictures p
      on p.community_id = ${round.communityId} and p.round_id = ${roundId}`.execute(db)
  const kept = rows[0]
  if (!kept?.picture || !kept.made_at) return { people: kept?.people ?? 0, picture: null }
  const statements = await listStatementsToAsk(db, round.communityId, roundId)
  const texts = new Map(statements.map(({ statement_id, text }) => [statement_id, text]))
  const own = participantKey(box, { ...round, personId: actor.personId }).toString('hex')
  return {
    people: kept.people,
    picture: {
      ...withTexts(kept.picture, texts),
      madeAt: kept.made_at.toISOString(),
      mine: kept.groups_sealed ? groupOf(box.open(kept.groups_sealed, aboutGroups(round)), own) : null,
    },
  }
}

const groupOf = (groups: string, key: string): number | null =>
  (JSON.parse(groups) as Record<string, number>)[key] ?? null

/** What neighbours don't see any more isn't in it. */
function withTexts(
  { groups, meets }: StoredPicture,
  texts: ReadonlyMap<string, string>,
): Pick<OpinionPictureView, 'groups' | 'meets'> {
  const told = <One extends { statementId: string }>(one: One): (One & { text: string })[] => {
    const text = texts.get(one.statementId)
    return text === undefined ? [] : [{ ...one, text }]
  }
  return {
    groups: groups.map((group) => ({ ...group, holds: group.holds.flatMap(told) })),
    meets: meets.flatMap(told).map(({ byGroup, ...met }) => ({
      ...met,
      byGroup: byGroup.map(({ agree, disagree, pass }) => ({ agree, disagree, pass })),
    })),
  }
}
