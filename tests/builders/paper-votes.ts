import type { InputOf } from '#core/contract'
import {
  keyEnvelopeEndpoint,
  listEnvelopesEndpoint,
  listEnvelopesToKeyEndpoint,
  receiveEnvelopeEndpoint,
  returnEnvelopeEndpoint,
  type VoteView,
} from '#core/votes'
import type { SignedInPerson } from './neighbourhood'
import { atTime, head, OPENS_AT, place, secretary, server, staff, committee, votes } from './vote-stage'

interface Named {
  voteId: string
}
type Received = NonNullable<InputOf<(typeof receiveEnvelopeEndpoint)['body']>>
type KeyedIn = NonNullable<InputOf<(typeof keyEnvelopeEndpoint)['body']>>

/** 计票人 of every vote on paper here: the two, and the third in reserve. */
export const tellerIds = (): string[] => [staff.personId, committee.personId, secretary.personId]

/** A vote that is open, on paper too, counted by staff and committee with the secretary in reserve. */
export async function paperVote(more: Parameters<typeof votes.notice>[1] = {}): Promise<VoteView> {
  const posted = await votes.notice(head, { tellerIds: tellerIds(), ...more })
  await atTime(OPENS_AT, posted, 'open')
  return votes.read(head, posted)
}

/** Whom somebody votes for. */
export const voterOf = async (by: SignedInPerson, vote: Named): Promise<string> =>
  (await votes.read(by, vote)).voters[0]?.voterId ?? ''

export const receive = (by: SignedInPerson, vote: Named, body: Received) =>
  server.call(receiveEnvelopeEndpoint, { as: by.token, params: votes.params(vote), body })

/** Takes the envelope of whom somebody votes for. */
export const receiveOf = async (by: SignedInPerson, vote: Named, who: SignedInPerson) =>
  server.ok(receiveEnvelopeEndpoint, {
    as: by.token,
    params: votes.params(vote),
    body: { voterId: await voterOf(who, vote) },
  })

export const giveBack = (by: SignedInPerson, vote: Named, voterId: string) =>
  server.call(returnEnvelopeEndpoint, { as: by.token, params: { ...votes.params(vote), voterId } })

export const listed = async (by: SignedInPerson, vote: Named) =>
  (await server.ok(listEnvelopesEndpoint, { as: by.token, params: votes.params(vote), query: {} })).items

export const toKey = (by: SignedInPerson, vote: Named, list: 'waiting' | 'mine' = 'waiting') =>
  server.ok(listEnvelopesToKeyEndpoint, { as: by.token, params: votes.params(vote), query: { list } })

export const key = (by: SignedInPerson, vote: Named, voterId: string, body: KeyedIn) =>
  server.call(keyEnvelopeEndpoint, { as: by.token, params: { ...votes.params(vote), voterId }, body })

export const ok = (choice = 'approve') => ({ choices: { i1: choice } })

/** Of another building: in office nowhere near. */
export const headAcross = () => place.inOffice('building_head', place.community.otherBuildingId)

/** `ok`, or the code of the refusal. */
export const codeOf = async (called: Promise<{ status: number; body: { code?: string } }>) => {
  const { status, body } = await called
  return status === 200 ? 'ok' : body.code
}
