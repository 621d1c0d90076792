import { decideInRound, isRoundTime, type RoundView } from '#core/rounds'
import { DomainError } from '#core/errors'
import { enforce, signedAs } from '#core/permissions'
import { showWords } from '#server/moderation/index'
import { enforceConsent } from '#server/people/index'
import type { Context } from '#server/platform/context'
import { saveRoundEvent } from './events'
import type { RoundParts } from './convene-round'
import { NOBODY_ASKED } from './new-convener'
import { officeIn } from './office-in'
import { recordRound } from './on-record'
import { presentRound } from './present-round'
import { lockRound, roundFor, saveRound } from './repository'
import { indexRound } from './round-words'
import { tellOfRoundAct } from './tell-round'

export interface ChangeRound {
  roundId: string
  revision: number
  question: string
  text?: string | undefined
  meetsAt?: string | undefined
  meetsWhere?: string | undefined
}

/** 改问题、时间、地点, before the agenda is published; the time and the place until the round is over. Whom it concerns is told. */
export function changeRound(context: Context, input: ChangeRound, parts: RoundParts): Promise<RoundView> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    await enforceConsent(tx, actor.personId)
    const row = await lockRound(tx, region.regionId, input.roundId)
    if (!row) throw new DomainError('NOT_FOUND')
    enforce(decideInRound(actor, await roundFor(tx, actor, row), 'convene'))
    if (row.revision !== input.revision) throw new DomainError('STATE_CHANGED')
    const sameWords = input.question === row.question && (input.text || null) === row.text
    if (row.state !== 'agenda' && !sameWords) throw new DomainError('STATE_CHANGED')
    const at = now()
    const sameTime = row.meets_at?.toISOString() === input.meetsAt
    if (input.meetsAt && !sameTime && !isRoundTime(new Date(input.meetsAt), at))
      throw new DomainError('ROUND_TIME_WRONG', 'meetsAt')
    const words_state = await showWords(
      tx,
      {
        communityId: row.community_id,
        target: { kind: 'round', id: row.round_id },
        authorId: actor.personId,
        text: [input.question, input.text, input.meetsWhere].filter(Boolean).join('\n'),
        about: input.question,
        at,
      },
      parts,
    )
    const changed = await saveRound(tx, row, {
      question: input.question,
      text: input.text || null,
      meets_at: input.meetsAt ? new Date(input.meetsAt) : null,
      meets_where: input.meetsWhere || null,
      // What a moderator hid stays hidden until a moderator says otherwise.
      words_state: row.words_state === 'hidden' ? 'hidden' : words_state,
      touched_at: at,
      idle_at: null,
      ...NOBODY_ASKED,
    })
    const office = officeIn(actor, row)
    await saveRoundEvent(tx, changed, {
      act: 'change',
      at,
      person_id: actor.personId,
      by_name: office ? signedAs(office) : row.convener_name,
    })
    await recordRound(tx, changed, {
      act: 'change',
      at,
      personId: actor.personId,
      role: office?.role ?? null,
    })
    await indexRound(tx, changed)
    await tellOfRoundAct(tx, changed, 'change')
    return presentRound(tx, context, changed)
  })
}
