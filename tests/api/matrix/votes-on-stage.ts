import { castFor, countVote, manyObjections, manyVotes, withRoll, type VoteWanted } from '../many-votes'
import type { Who } from './cast'
import type { Stage } from './stage'

export const here = ({ place }: Stage) => ({ communityId: place.community.communityId })

export const personOf = (stage: Stage, who: Exclude<Who, 'nobody'>) => stage.persons[who].personId

/** What a vote of the stage differs in from one of the building's homes, convened by its head. */
export interface VoteOnStage extends Partial<Omit<VoteWanted, 'convener_id'>> {
  convener?: Exclude<Who, 'nobody'>
  /** Cast so far, by those who live there. */
  cast?: readonly ('resident of the home' | 'neighbour')[]
}

export interface StagedVote {
  communityId: string
  voteId: string
  /** On its roll: the home of the resident, and that of the neighbour. */
  homeVoter: string
  neighbourVoter: string
}

/** A vote with its roll of two homes, or of those who own them; counted where its state has a result. */
export async function voteOf(
  stage: Stage,
  { convener, cast, ...more }: VoteOnStage = {},
): Promise<StagedVote> {
  const { server, place } = stage
  const [voteId = ''] = await manyVotes(server, place, 1, {
    convener_id: personOf(stage, convener ?? 'building_head'),
    ...more,
  })
  const [homeVoter = '', neighbourVoter = ''] =
    (more.state ?? 'draft') === 'draft'
      ? []
      : await withRoll(server, here(stage), voteId, [
          { homeId: place.community.homeId, name: '2单元 602 室' },
          { homeId: place.community.neighbourHomeId, name: '2单元 402 室' },
        ])
  for (const who of cast ?? [])
    await castFor(server, here(stage), voteId, {
      voterId: who === 'neighbour' ? neighbourVoter : homeVoter,
      casterId: personOf(stage, who),
    })
  if (more.state === 'closed') await countVote(server, here(stage), voteId)
  return { ...here(stage), voteId, homeVoter, neighbourVoter }
}

/** The address of such a vote. */
export const oneVote = async (stage: Stage, more?: VoteOnStage) => {
  const { communityId, voteId } = await voteOf(stage, more)
  return { communityId, voteId }
}

/** The address of an objection to such a vote. */
export async function oneObjection(
  stage: Stage,
  by: Exclude<Who, 'nobody'>,
  about: 'roll' | 'result',
  more?: VoteOnStage,
) {
  const params = await oneVote(stage, more)
  const wanted = { personId: personOf(stage, by), about }
  const [objectionId = ''] = await manyObjections(stage.server, here(stage), params.voteId, 1, wanted)
  return { ...params, objectionId }
}

/** Held for the whole community. */
export const communityWide = ({ place }: Stage): VoteOnStage => ({
  place_id: place.community.communityId,
  place_kind: 'community',
  jurisdiction: [place.districtId, place.subdistrictId, place.community.communityId],
})

/** Held for the estate, by owners; a committee is in office there. */
export const ofTheEstate = ({ place }: Stage): VoteOnStage => ({
  place_id: place.community.estateId,
  place_kind: 'estate',
  jurisdiction: [
    place.districtId,
    place.subdistrictId,
    place.community.communityId,
    place.community.estateId,
  ],
  electorate: 'owners',
  has_committee: true,
  convener: 'owners_committee',
  convener_role: 'owners_committee',
})

/** What a building head asks the owners there: a sounding. */
export const SOUNDING: VoteOnStage = { electorate: 'owners', has_committee: true }
