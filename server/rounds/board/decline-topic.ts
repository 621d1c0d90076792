import { decideDecline, type TopicView } from '#core/rounds'
import { DomainError } from '#core/errors'
import { enforce, signedAs } from '#core/permissions'
import { enforceConsent } from '#server/people/index'
import type { Context } from '#server/platform/context'
import type { RoundParts } from '../convene-round'
import { officeIn } from '../office-in'
import { actOnHeldTopic } from '../topics/hold-topic'
import { NO_PROPOSAL } from '../topics/merging'
import { recordTopic } from '../topics/on-record'
import { presentTopic } from '../topics/present-topic'
import { saveTopic } from '../topics/repository'
import { tellSeconders } from '../topics/tell-topic'

export interface DeclineTopic {
  topicId: string
  revision: number
  reason: string
}

/** 这次不谈, in public: the reason stands on the board, and everybody who seconded it is told. Throws BOARD_TOPIC_NOT_MET, BOARD_HEAD_LATE. */
export function declineTopic(
  asked: Context,
  { topicId, revision, reason }: DeclineTopic,
  { contentCheck }: RoundParts,
): Promise<TopicView> {
  const before = (tx: Parameters<typeof enforceConsent>[0]) => enforceConsent(tx, asked.actor.personId)
  return actOnHeldTopic(asked, { topicId, before }, async ({ context, tx, row, topic, at }) => {
    const { actor } = context
    enforce(decideDecline(actor, { ...topic, silentAt: row.silent_at }))
    if (row.revision !== revision) throw new DomainError('STATE_CHANGED')
    if (contentCheck.check(reason).verdict !== 'clear') throw new DomainError('ROUND_WORDS_REFUSED', 'reason')
    const office = officeIn(actor, { ...row, convener_role: null, convener_id: '' })
    const changed = await saveTopic(tx, row, {
      state: 'declined',
      declined_reason: reason,
      declined_name: office ? signedAs(office) : '',
      declined_at: at,
      ...NO_PROPOSAL,
    })
    await recordTopic(tx, changed, {
      act: 'decline',
      at,
      personId: actor.personId,
      role: office?.role ?? null,
      reason,
    })
    await tellSeconders(tx, changed, { kind: 'board_declined', at, byPersonId: actor.personId })
    return presentTopic(tx, context, changed)
  })
}
