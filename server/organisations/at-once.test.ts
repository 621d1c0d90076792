import type { Database } from '#server/platform/db/index'
import { atOnce, sorted } from '../../tests/builders/acting'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import {
  act,
  as,
  create,
  db,
  here,
  join,
  lead,
  left,
  listeners,
  memberOf,
  messagesTo,
  NOW,
  partOf,
  place,
  setOrganisationStage,
  staff,
} from '../../tests/builders/organisation-stage'
import { organisationLedBy } from '../../tests/builders/organisations'
import { endOrganisation } from './act-on-organisation'
import { readOrganisation } from './list-organisations'
import { isMemberOf, listMemberIds } from './membership'

setOrganisationStage()

describe('at the very same moment', () => {
  const holding = (organisationId: string) => (tx: Database) =>
    tx
      .selectFrom('organisations')
      .select('state')
      .where('organisation_id', '=', organisationId)
      .forUpdate()
      .execute()

  it('two leads leave: one stays', async () => {
    const [first, second] = [await place.person(), await place.person()]
    const organisationId = await organisationLedBy(
      db,
      { communityId: here(), at: NOW },
      first.personId,
      second.personId,
    )
    const leave = async (who: SignedInPerson) => {
      const { standing } = await readOrganisation(await as(who), organisationId)
      return act(who, { organisationId, memberId: standing?.memberId ?? '', act: 'leave' })
    }
    const endings = await atOnce(db, holding(organisationId), [() => leave(first), () => leave(second)])
    expect(sorted(endings)).toEqual(['ORGANISATION_LAST_LEAD', 'done'])
    expect(await listMemberIds(db, here(), organisationId)).toHaveLength(1)
    expect(left).toHaveLength(1)
  })

  it('lead and staff answer the same asker: one wins', async () => {
    const organisation = await create()
    const asker = await place.person()
    await join(asker, organisation)
    const part = await partOf(asker, organisation)
    const endings = await atOnce(db, holding(organisation.organisationId), [
      () => act(lead, { ...part, act: 'confirm' }),
      () => act(staff, { ...part, act: 'refuse', reason: '不是这里的' }),
    ])
    expect(sorted(endings)).toEqual(['STATE_CHANGED', 'done'])
    expect(await messagesTo(asker, organisation)).toEqual(['organisation_decided'])
  })

  it('somebody asks twice: they wait once', async () => {
    const organisation = await create()
    const asker = await place.person()
    const endings = await atOnce(db, holding(organisation.organisationId), [
      () => join(asker, organisation),
      () => join(asker, organisation),
    ])
    expect(sorted(endings)).toEqual(['ORGANISATION_ALREADY_ASKED', 'done'])
  })

  it('somebody asks while it ends: they are answered, or find nothing', async () => {
    const organisation = await create()
    const asker = await place.person()
    const { organisationId } = organisation
    const endings = await atOnce(db, holding(organisationId), [
      () => join(asker, organisation),
      async () => endOrganisation(await as(staff), listeners, { organisationId, reason: '散了' }),
    ])
    expect(endings[1]).toBe('done')
    const waiting = await db
      .selectFrom('organisation_members')
      .select('member_id')
      .where('organisation_id', '=', organisationId)
      .where('state', 'in', ['asked', 'member', 'lead'])
      .execute()
    expect(waiting).toEqual([])
  })

  it('a member leaves while something is hung on their being there: it waits, then hands it on', async () => {
    const organisation = await create()
    const member = await memberOf(organisation)
    const part = await partOf(member, organisation)
    const { organisationId } = organisation
    const endings = await atOnce(
      db,
      (tx) => isMemberOf(tx, { communityId: here(), organisationId, personId: member.personId }),
      [() => act(member, { ...part, act: 'leave' })],
    )
    expect(endings).toEqual(['done'])
  })
})
