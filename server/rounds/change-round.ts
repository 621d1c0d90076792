import { decideInRound, isRoundTime, type RoundView } from '#core/rounds'
import { DomainError } from '#core/errors'
import type { WordsState } from '#core/moderation'
import { enforce, signedAs } from '#core/permissions'
import { showWords } from '#server/moderation/index'
import { enforceConsent } from '#server/people/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { saveRoundEvent } from './events'
import type { RoundParts } from './convene-round'
import { officeIn } from './office-in'
import { recordRound } from './on-record'
import { presentRound } from './present-round'
import { lockRound, roundFor, saveRound, type RoundRow } from './repository'
import { indexRound } from './round-words'
import { tellOfRoundAct } from './tell-round'
import { NOBODY_ASKED } from './touch-round'

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
    const words_state = await wordsStateAfter(tx, context, { row, input, at }, parts)
    const changed = await saveRound(tx, row, {
      question: input.question,
      text: input.text || null,
      meets_at: input.meetsAt ? new Date(input.meetsAt) : null,
      meets_where: input.meetsWhere || null,
      words_state,
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
    await tellOfRoundAct(tx, changed, 'change', { byPersonId: actor.personId, at })
    return presentRound(tx, context, changed)
  })
}

interface Changing {
  row: RoundRow
  input: ChangeRound
  at: Date
}

/** What a moderator hid stays hidden until a moderator says otherwise; what was checked and stays as it is isn't checked again. */
async function wordsStateAfter(
  tx: Transaction,
  { actor }: Pick<Context, 'actor'>,
  { row, input, at }: Changing,
  parts: RoundParts,
): Promise<WordsState> {
  const wordsOf = (words: readonly (string | null | undefined)[]) => words.filter(Boolean).join('\n')
  const text = wordsOf([input.question, input.text, input.meetsWhere])
  if (row.words_state === 'hidden' || text === wordsOf([row.question, row.text, row.meets_where]))
    return row.words_state
  return showWords(
    tx,
    {
      communityId: row.community_id,
      target: { kind: 'round', id: row.round_id },
      authorId: actor.personId,
      text,
      about: input.question,
      at,
    },
    parts,
  )
}
