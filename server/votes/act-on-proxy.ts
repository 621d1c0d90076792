import {
  decideProxyAct,
  PROXY_ACTS,
  proxyPartyOf,
  type ProxyAct,
  type ProxyParty,
  type ProxyView,
} from '#core/votes'
import { DomainError } from '#core/errors'
import { enforce, signedAs } from '#core/permissions'
import { record } from '#server/audit/index'
import type { ActingRole, Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { replaceProxyBallot } from './end-proxies'
import { presentProxies } from './present-proxies'
import { findProxy, lockProxy, proxyOf, type ProxyRow } from './proxy-repository'
import { holdVote, voteOf, type VoteRow } from './repository'
import { standingOf, votersMetIn } from './standing'
import { tellOfVote } from './tell'
import { listPrincipalIds } from './tell-proxy'

export interface ActOnProxy {
  voteId: string
  proxyId: string
  act: ProxyAct
  reason?: string | undefined
}

/** Acts that are done in an office whatever else one has to do with the proxy. */
const CHECKING: readonly ProxyAct[] = ['accept', 'refuse']

interface Doing extends ActOnProxy {
  /** In which office, where it is done in one. */
  office: ActingRole | undefined
}

/**
 * 核对、收回委托. Of two at once one wins and the other is told that it changed. What is taken back takes its ballot along:
 * it counts for nothing, whatever else was cast for the same one stands.
 */
export async function actOnProxy(context: Context, input: ActOnProxy): Promise<ProxyView> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    const row = await holdVote(tx, region.regionId, input.voteId)
    const found = row && (await lockProxy(tx, row, input.proxyId))
    if (!row || !found) throw new DomainError('NOT_FOUND')
    const met = await votersMetIn(tx, actor, row)
    const { own } = met
    const vote = voteOf(row, await standingOf(tx, actor, row, met))
    const proxy = proxyOf(found, own)
    enforce(decideProxyAct(actor, { vote, proxy }, input, now()))
    const party = proxyPartyOf(actor, vote, proxy) as ProxyParty
    const inOffice = party === 'official' || CHECKING.includes(input.act)
    const office = inOffice
      ? actor.roles.find(({ placeId }) => row.jurisdiction.includes(placeId))
      : undefined
    await save(tx, context, found, { ...input, office })
    if (input.act === 'revoke') await replaceProxyBallot(tx, row, found, now())
    await tell(tx, context, row, { found, act: input.act })
    const saved = (await findProxy(tx, region.regionId, input.proxyId)) as ProxyRow
    return (await presentProxies(tx, context, { vote, own }, [saved]))[0] as ProxyView
  })
}

async function save(
  tx: Transaction,
  { actor, now }: Context,
  found: ProxyRow,
  { act, reason, office }: Doing,
): Promise<void> {
  await tx
    .updateTable('vote_proxies')
    .set({
      state: PROXY_ACTS[act].to,
      decided_at: now(),
      decided_by: actor.personId,
      decided_name: office ? signedAs(office) : null,
      reason: reason ?? null,
    })
    .where('community_id', '=', found.community_id)
    .where('proxy_id', '=', found.proxy_id)
    .execute()
  await record(tx, {
    regionId: found.community_id,
    at: now(),
    personId: actor.personId,
    role: office?.role ?? null,
    reason,
    act: `vote.${act}_proxy`,
    subject: { kind: 'vote', id: found.vote_id },
  })
}

async function tell(
  tx: Transaction,
  { actor, now }: Context,
  row: VoteRow,
  { found, act }: { found: ProxyRow; act: ProxyAct },
): Promise<void> {
  if (act === 'withdraw') return
  const told = { byPersonId: actor.personId, at: now() }
  if (act === 'refuse') {
    await tellOfVote(tx, row, 'vote_proxy_refused', [found.agent_id], told)
    return
  }
  const kind = act === 'accept' ? 'vote_proxy_accepted' : 'vote_proxy_revoked'
  const principals = await listPrincipalIds(tx, row, [found.voter_id])
  await tellOfVote(tx, row, kind, [...new Set([found.agent_id, ...principals])], told)
}
