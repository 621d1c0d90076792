import type { Choices } from '#core/votes'
import { uploadPhoto } from '#server/photos/index'
import type { FileStore } from '#server/platform/files/index'
import { actOnProxy, castBallot, fileProxy, readVote, type VoteParts } from '#server/votes/index'
import type { CastName, People } from './cast'
import { sheetOfPaper } from './paper'
import { actAs, hoursAgo, type Stage } from './stage'

/** One who lets another vote for them. Hours before now in which it is asked for, checked and used. */
export interface ProxyTale {
  of: CastName
  by: CastName
  checkedBy: CastName
  askedHoursAgo: number
  checkedHoursAgo: number
  castHoursAgo: number
  choices: Choices
}

/** A written authority is asked for with its photo, checked by an official, and used. */
export async function giveProxy(
  stage: Stage,
  parts: VoteParts & { photos: FileStore },
  { people, communityId, voteId }: { people: People; communityId: string; voteId: string },
  tale: ProxyTale,
): Promise<void> {
  const as = (who: CastName, hours: number) =>
    actAs(hoursAgo(stage, hours), people[who].personId, communityId)
  const principal = await as(tale.of, tale.askedHoursAgo)
  const [voter] = (await readVote(principal, parts.contactBox, voteId)).voters
  if (!voter) throw new Error(`In the demo ${tale.of} is on no roll`)
  const { voterId } = voter
  const asking = await as(tale.by, tale.askedHoursAgo)
  const { photoId } = await uploadPhoto(asking, parts.photos, await sheetOfPaper())
  const { proxyId } = await fileProxy(asking, {
    voteId,
    voterId,
    principalName: people[tale.of].name,
    agentName: people[tale.by].name,
    photoIds: [photoId],
  })
  await actOnProxy(await as(tale.checkedBy, tale.checkedHoursAgo), { voteId, proxyId, act: 'accept' })
  const casting = await as(tale.by, tale.castHoursAgo)
  await castBallot(casting, { voteId, voterId, choices: tale.choices }, parts.contactBox)
}
