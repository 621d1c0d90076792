import { canClose, closingDueAt, type WordsChoice } from '#core/my-data'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import type { MeView } from '#core/people'
import { takeBackRequests } from '#server/organisations/index'
import { endOtherSessions, listOfficesOf, lockPerson, presentMe } from '#server/people/index'
import type { Context } from '#server/platform/context'
import type { ContactBox } from '#server/platform/crypto/index'

/**
 * 注销账号, in seven days. Every other device is signed out at once; whoever signs in again keeps the account. Asked
 * again, only what happens to the words is changed. Throws OFFICE_HELD.
 */
export async function closeAccount(
  { actor, now, transact }: Context,
  contactBox: ContactBox,
  words: WordsChoice,
): Promise<MeView> {
  const { personId } = actor
  return transact(async (tx) => {
    // Before the person, as who answers a request takes the two.
    await takeBackRequests(tx, personId, now())
    await lockPerson(tx, personId)
    enforce(canClose({ offices: (await listOfficesOf(tx, personId, now())).length }))
    await tx
      .insertInto('account_closings')
      .values({ person_id: personId, words, asked_at: now(), due_at: closingDueAt(now()) })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ words }))
      .execute()
    await endOtherSessions(tx, actor)
    return presentMe(tx, contactBox, personId, now())
  })
}

/** 不注销了. Without anything to take back it changes nothing. Throws SESSION_EXPIRED when it is too late. */
export async function keepAccount(
  { actor, now, transact }: Context,
  contactBox: ContactBox,
): Promise<MeView> {
  return transact(async (tx) => {
    // A closing that is being carried out at this moment is not to be taken back any more.
    const person = await lockPerson(tx, actor.personId)
    if (!person || person.closedAt) throw new DomainError('SESSION_EXPIRED')
    await tx.deleteFrom('account_closings').where('person_id', '=', actor.personId).execute()
    return presentMe(tx, contactBox, actor.personId, now())
  })
}
