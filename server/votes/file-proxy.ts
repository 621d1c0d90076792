import {
  decideFileProxy,
  decideOneMoreProxy,
  decideProxyPhotos,
  votePolicy,
  type ProxyView,
} from '#core/votes'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import { record } from '#server/audit/index'
import { enforceConsent, enforceVerified, holdHomes } from '#server/people/index'
import { attachPhotos } from '#server/photos/index'
import type { Context } from '#server/platform/context'
import { newId, type Transaction } from '#server/platform/db/index'
import { presentProxies } from './present-proxies'
import { countLiveProxies, findProxy, type ProxyRow } from './proxy-repository'
import { holdVote, voteOf, type VoteRow } from './repository'
import { standingOf, votersMetIn } from './standing'
import { decidersOf, tellOfVote } from './tell'
import { listPrincipalIds } from './tell-proxy'

export interface FileProxy {
  voteId: string
  voterId: string
  principalName: string
  agentName: string
  photoIds: readonly string[]
}

/**
 * 代别人投: says by whom and brings photos of the written authority; it counts once somebody else than the convener has
 * looked at it. Who it is for is told, if they use the app.
 */
export async function fileProxy(context: Context, input: FileProxy): Promise<ProxyView> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    await enforceConsent(tx, actor.personId)
    await enforceVerified(tx, actor.personId)
    const homeIds = await holdHomes(tx, region.regionId, actor.personId)
    const here = { ...actor, homes: actor.homes.filter(({ homeId }) => homeIds.includes(homeId)) }
    const row = await holdVote(tx, region.regionId, input.voteId)
    if (!row) throw new DomainError('NOT_FOUND')
    const met = await votersMetIn(tx, here, row)
    const { own } = met
    const vote = voteOf(row, await standingOf(tx, here, row, met))
    const voterName = await nameOnRoll(tx, row, input.voterId)
    // Who does not follow the vote learns nothing of it without one on its roll.
    if (voterName === undefined && !votePolicy.follow(here, vote)) throw new DomainError('NOT_FOUND')
    enforce(decideFileProxy(here, vote, row.principals_per_proxy, now()))
    if (voterName === undefined) throw new DomainError('NOT_FOUND', 'voterId')
    const counts = await countLiveProxies(tx, row, { agentId: actor.personId, voterId: input.voterId })
    const isOwn = own.some(({ voterId }) => voterId === input.voterId)
    enforce(decideOneMoreProxy({ ...counts, isOwn }, row.principals_per_proxy))
    enforce(decideProxyPhotos(input.photoIds.length))
    const proxyId = await save(tx, context, row, { ...input, voterName })
    await tell(tx, context, row, input.voterId)
    const saved = (await findProxy(tx, region.regionId, proxyId)) as ProxyRow
    return (await presentProxies(tx, context, { vote, own }, [saved]))[0] as ProxyView
  })
}

async function nameOnRoll(tx: Transaction, row: VoteRow, voterId: string): Promise<string | undefined> {
  const found = await tx
    .selectFrom('vote_voters')
    .select('name')
    .where('community_id', '=', row.community_id)
    .where('vote_id', '=', row.vote_id)
    .where('voter_id', '=', voterId)
    .where('left_out', 'is', null)
    .executeTakeFirst()
  return found?.name
}

async function save(
  tx: Transaction,
  { actor, now }: Context,
  row: VoteRow,
  { voterId, voterName, principalName, agentName, photoIds }: FileProxy & { voterName: string },
): Promise<string> {
  const proxyId = newId()
  await tx
    .insertInto('vote_proxies')
    .values({
      community_id: row.community_id,
      vote_id: row.vote_id,
      proxy_id: proxyId,
      voter_id: voterId,
      voter_name: voterName,
      principal_name: principalName,
      agent_id: actor.personId,
      agent_name: agentName,
      state: 'asked',
      asked_at: now(),
      decided_at: null,
      decided_by: null,
      decided_name: null,
      reason: null,
    })
    .execute()
  await attachPhotos(tx, {
    communityId: row.community_id,
    personId: actor.personId,
    photoIds,
    subject: { kind: 'proxy', id: proxyId },
    moment: 'other',
    at: now(),
  })
  await record(tx, {
    regionId: row.community_id,
    at: now(),
    personId: actor.personId,
    role: null,
    act: 'vote.file_proxy',
    subject: { kind: 'vote', id: row.vote_id },
  })
  return proxyId
}

/** Who checks it, never the convener; and who votes for the one it is for. */
async function tell(tx: Transaction, { actor, now }: Context, row: VoteRow, voterId: string): Promise<void> {
  const told = { byPersonId: actor.personId, at: now() }
  const deciders = await decidersOf(tx, row, 'roll', now())
  await tellOfVote(tx, row, 'vote_proxy_asked', deciders, told)
  await tellOfVote(tx, row, 'vote_proxy_for_you', await listPrincipalIds(tx, row, [voterId]), told)
}
