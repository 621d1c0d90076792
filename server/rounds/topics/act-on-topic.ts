import { decideTopicAct, topicPolicy, topicTransition, type TopicAct, type TopicView } from '#core/rounds'
import { DomainError } from '#core/errors'
import { enforce, signedAs } from '#core/permissions'
import { lockCases } from '#server/moderation/index'
import { enforceConsent } from '#server/people/index'
import type { ActingRole, Context } from '#server/platform/context'
import type { RoundParts } from '../convene-round'
import { officeIn } from '../office-in'
import { actOnHeldTopic, takePartByTopic, type HeldTopic } from './hold-topic'
import { enforceMergeable, mergeInto, NO_PROPOSAL } from './merging'
import { recordTopic } from './on-record'
import { presentTopic } from './present-topic'
import { saveTopic, type TopicRow } from './repository'
import { tellOfTopic, tellSeconders } from './tell-topic'
import { indexTopic } from './topic-words'

export interface ActOnTopic {
  topicId: string
  act: TopicAct
  /** The revision the caller saw: nobody acts on what they haven't seen. */
  revision: number
  reason?: string | undefined
  intoId?: string | undefined
}

interface Doing extends HeldTopic {
  input: ActOnTopic
  office: ActingRole | undefined
}

/** 撤回、合到一起. Of two at once one wins and the other is told that it changed. */
export function actOnTopic(asked: Context, input: ActOnTopic, parts: RoundParts): Promise<TopicView> {
  const { act, topicId, revision, intoId } = input
  enforceInput(input, parts)
  return actOnHeldTopic(
    asked,
    {
      topicId,
      other: (row) => (act === 'agree_merge' ? row.proposal_into : (intoId ?? null)),
      before: async (tx) => {
        await enforceConsent(tx, asked.actor.personId)
        if (act === 'withdraw') await lockCases(tx, asked.region.regionId, { kind: 'topic', id: topicId })
      },
    },
    async (held) => {
      const { context, tx, row, topic, at } = held
      const { actor } = context
      enforce(decideTopicAct(actor, topic, act))
      if (row.revision !== revision) throw new DomainError('STATE_CHANGED')
      const office = topicPolicy.ask_merge(actor, topic) ? officeOf(held) : undefined
      const changed = await CARRY_OUT[act]({ ...held, input, office })
      await takePartByTopic(held)
      await recordTopic(tx, changed, {
        act,
        at,
        personId: actor.personId,
        role: (act === 'ask_merge' && office?.role) || null,
        reason: input.reason,
      })
      await indexTopic(tx, changed)
      return presentTopic(tx, context, changed)
    },
  )
}

function enforceInput({ act, reason, intoId }: ActOnTopic, { contentCheck }: RoundParts): void {
  const needs = topicTransition(act)
  if (needs.reason && !reason) throw new DomainError('REASON_REQUIRED', 'reason')
  if (!needs.reason && reason) throw new DomainError('BODY_INVALID', 'reason')
  if (needs.into !== (intoId !== undefined)) throw new DomainError('BODY_INVALID', 'intoId')
  if (reason && contentCheck.check(reason).verdict !== 'clear')
    throw new DomainError('ROUND_WORDS_REFUSED', 'reason')
}

/** In which somebody asks: the office in which the round is convened, or in which they could convene. */
function officeOf({ context, row, roundRow }: HeldTopic): ActingRole | undefined {
  return officeIn(context.actor, {
    ...row,
    convener_role: roundRow?.convener_role ?? null,
    convener_id: roundRow?.convener_id ?? '',
  })
}

const CARRY_OUT: Record<TopicAct, (doing: Doing) => Promise<TopicRow>> = {
  withdraw: async ({ tx, row, context, at }) => {
    const changed = await saveTopic(tx, row, { state: 'withdrawn', ...NO_PROPOSAL })
    await tellSeconders(tx, changed, { kind: 'topic_withdrawn', at, byPersonId: context.actor.personId })
    return changed
  },
  ask_merge: askMerge,
  agree_merge: (doing) => mergeInto(doing),
  refuse_merge: async ({ tx, row, context, at }) => {
    const changed = await saveTopic(tx, row, NO_PROPOSAL)
    const asker = row.proposal_by ? [row.proposal_by] : []
    await tellOfTopic(tx, changed, asker, {
      kind: 'topic_merge_refused',
      at,
      byPersonId: context.actor.personId,
    })
    return changed
  },
}

/** Who convenes asks the author; what they proposed themselves they needn't ask about. */
async function askMerge(doing: Doing): Promise<TopicRow> {
  const { tx, row, roundRow, context, input, office, at } = doing
  const { personId } = context.actor
  const target = await enforceMergeable(doing)
  if (row.author_id === personId) return mergeInto(doing)
  const byName = office ? signedAs(office) : (roundRow?.convener_name ?? '')
  const changed = await saveTopic(tx, row, {
    proposal_into: target.topic_id,
    proposal_by: personId,
    proposal_by_name: byName,
    proposal_reason: input.reason ?? '',
  })
  await tellOfTopic(tx, changed, [row.author_id], {
    kind: 'topic_merge_asked',
    at,
    byPersonId: personId,
  })
  return changed
}
