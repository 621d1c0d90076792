import type { OrganisationView } from '#core/organisations'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import {
  act,
  as,
  codeOf,
  create,
  db,
  here,
  join,
  lead,
  left,
  letLead,
  listeners,
  memberOf,
  messagesTo,
  NOW,
  partOf,
  place,
  setOrganisationStage,
  staff,
} from '../../tests/builders/organisation-stage'
import { actOnMember } from './act-on-member'
import { endOrganisation, nameLead } from './act-on-organisation'
import { listMembersFor } from './list-members'
import { listOrganisationsFor, readOrganisation } from './list-organisations'
import type { MemberLeft } from './member-left'
import { isMemberOf, listMemberIds, listOrganisationsOf, nameOrganisations } from './membership'

setOrganisationStage()

const insideOf = async (by: SignedInPerson, { organisationId }: OrganisationView) =>
  (await listMembersFor(await as(by), { organisationId, list: 'inside' })).items

describe('an organisation', () => {
  it('is made by staff with a first lead, who is told', async () => {
    const organisation = await create()
    expect(organisation).toMatchObject({ state: 'in_force', standing: null, seesMembers: true, mayAsk: true })
    expect(await insideOf(lead, organisation)).toMatchObject([
      { personName: '老周', state: 'lead', mine: true },
    ])
    expect(await messagesTo(lead, organisation)).toEqual(['organisation_lead'])
  })

  it('is not made twice under one name, nor led by its maker, nor by somebody nobody can reach', async () => {
    await create(staff, '热心志愿队')
    await expect(create(staff, '热心志愿队')).rejects.toMatchObject({ code: 'ORGANISATION_NAME_TAKEN' })
    letLead(staff)
    await expect(create()).rejects.toMatchObject({ code: 'GRANT_SELF' })
    letLead(await place.person('没手机号', { verified: false }))
    await expect(create()).rejects.toMatchObject({ code: 'PERSON_PHONE_MISSING' })
  })

  it('may have the name of one that ended', async () => {
    const organisation = await create(staff, '老来伴')
    await endOrganisation(await as(staff), [], {
      organisationId: organisation.organisationId,
      reason: '并了',
    })
    await expect(create(staff, '老来伴')).resolves.toMatchObject({ name: '老来伴' })
  })

  it('gets another lead from the staff, whether they were in it or not', async () => {
    const organisation = await create()
    const { organisationId } = organisation
    const [member, outsider] = [await memberOf(organisation), await place.person()]
    for (const person of [member, outsider])
      await nameLead(await as(staff), { organisationId, personCode: await codeOf(person) })
    const leads = (await insideOf(staff, organisation)).filter(({ state }) => state === 'lead')
    expect(leads).toHaveLength(3)
    await act(staff, { ...(await partOf(lead, organisation)), act: 'remove', reason: '搬走了' })
    expect((await readOrganisation(await as(lead), organisationId)).standing).toMatchObject({
      state: 'removed',
      reason: '搬走了',
    })
  })
})

describe('its members', () => {
  it('ask themselves; the leads are told and answer', async () => {
    const organisation = await create()
    const asker = await place.person('小林')
    expect((await join(asker, organisation, '我是三号楼的')).standing).toMatchObject({
      state: 'asked',
      acts: ['withdraw'],
    })
    await expect(join(asker, organisation)).rejects.toMatchObject({ code: 'ORGANISATION_ALREADY_ASKED' })
    const waiting = await listMembersFor(await as(lead), {
      organisationId: organisation.organisationId,
      list: 'asked',
    })
    expect(waiting.items).toMatchObject([
      { personName: '小林', note: '我是三号楼的', acts: ['confirm', 'refuse'] },
    ])
    await act(lead, { ...(await partOf(asker, organisation)), act: 'refuse', reason: '人满了' })
    expect(await messagesTo(asker, organisation)).toEqual(['organisation_decided'])
    expect((await join(asker, organisation)).standing).toMatchObject({ state: 'asked' })
    expect(await messagesTo(lead, organisation)).toEqual([
      'organisation_lead',
      'organisation_asked',
      'organisation_asked',
    ])
  })

  it('need a phone and have agreed to the notice, also when they are let in', async () => {
    const organisation = await create()
    const unreachable = await place.person('无号', { verified: false })
    const unasked = await place.person('未同意', { consented: false })
    await expect(join(unreachable, organisation)).rejects.toMatchObject({ code: 'HELPER_PHONE_REQUIRED' })
    await expect(join(unasked, organisation)).rejects.toMatchObject({ code: 'CONSENT_REQUIRED' })
    const asker = await place.person()
    await join(asker, organisation)
    await db.deleteFrom('phones').where('person_id', '=', asker.personId).execute()
    await expect(act(lead, { ...(await partOf(asker, organisation)), act: 'confirm' })).rejects.toMatchObject(
      { code: 'PERSON_PHONE_MISSING' },
    )
  })

  it('are seen by leads and staff; others see a name and nobody', async () => {
    const organisation = await create()
    const { organisationId } = organisation
    const [member, neighbour] = [await memberOf(organisation), await place.resident(place.community.homeId)]
    for (const reader of [member, neighbour]) {
      await expect(
        listMembersFor(await as(reader), { organisationId, list: 'inside' }),
      ).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
      expect(await readOrganisation(await as(reader), organisationId)).toMatchObject({ seesMembers: false })
    }
    const seen = JSON.stringify((await listOrganisationsFor(await as(neighbour), {})).items)
    expect([lead, member].filter(({ personId }) => seen.includes(personId))).toEqual([])
    expect(seen).not.toContain('老周')
    await expect(
      act(neighbour, { ...(await partOf(member, organisation)), act: 'remove', reason: '我看不惯' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('leave by themselves or are taken out, and what hangs on them is told each time, once', async () => {
    const organisation = await create()
    const [leaver, taken, asker] = [
      await memberOf(organisation),
      await memberOf(organisation),
      await place.person(),
    ]
    await join(asker, organisation)
    await act(asker, { ...(await partOf(asker, organisation)), act: 'withdraw' })
    expect(left).toEqual([])
    await act(leaver, { ...(await partOf(leaver, organisation)), act: 'leave' })
    await act(lead, { ...(await partOf(taken, organisation)), act: 'remove', reason: '总不来' })
    const { organisationId } = organisation
    expect(left).toEqual(
      [leaver, taken].map(({ personId }) => ({
        communityId: here(),
        organisationId,
        personIds: [personId],
        at: NOW,
      })),
    )
    expect(await messagesTo(taken, organisation)).toEqual(['organisation_decided', 'organisation_removed'])
    expect(await messagesTo(lead, organisation)).toContain('organisation_left')
  })

  it('stay members when what hangs on them can’t be handed on', async () => {
    const organisation = await create()
    const member = await memberOf(organisation)
    const failing: MemberLeft = () => Promise.reject(new Error('not now'))
    const part = await partOf(member, organisation)
    await expect(actOnMember(await as(member), [failing], { ...part, act: 'leave' })).rejects.toThrow(
      'not now',
    )
    expect((await readOrganisation(await as(member), part.organisationId)).standing?.state).toBe('member')
  })
})

describe('an organisation that ends', () => {
  it('lets everybody go, answers who waits, and is then there for those who knew it', async () => {
    const organisation = await create()
    const { organisationId } = organisation
    const [member, asker, stranger] = [
      await memberOf(organisation),
      await place.person(),
      await place.person(),
    ]
    await join(asker, organisation)
    await endOrganisation(await as(staff), listeners, { organisationId, reason: '人都搬走了' })
    expect(left.map(({ personIds }) => [...personIds].sort())).toEqual([
      [lead.personId, member.personId].sort(),
    ])
    for (const person of [lead, member, asker])
      expect(await messagesTo(person, organisation)).toContain('organisation_ended')
    expect(await readOrganisation(await as(asker), organisationId)).toMatchObject({
      endedReason: '人都搬走了',
      mayAsk: false,
      standing: { state: 'refused', acts: [] },
    })
    await expect(readOrganisation(await as(stranger), organisationId)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(join(stranger, organisation)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const listed = await listOrganisationsFor(await as(lead), {})
    expect(listed.items.map((one) => one.organisationId)).not.toContain(organisationId)
    expect(await listOrganisationsOf(db, here(), member.personId)).toEqual([])
    expect((await nameOrganisations(db, here(), [organisationId])).get(organisationId)?.name).toBe(
      organisation.name,
    )
  })
})

describe('what other areas ask', () => {
  it('for whom somebody acts, and who is reached', async () => {
    const organisation = await create()
    const { organisationId, name } = organisation
    const [member, asker] = [await memberOf(organisation), await place.person()]
    await join(asker, organisation)
    expect(await listOrganisationsOf(db, here(), member.personId)).toEqual([
      { organisationId, name, kind: 'volunteer_team' },
    ])
    expect(await listOrganisationsOf(db, here(), asker.personId)).toEqual([])
    expect(await listOrganisationsOf(db, place.otherCommunity.communityId, member.personId)).toEqual([])
    expect((await listMemberIds(db, here(), organisationId)).sort()).toEqual(
      [lead.personId, member.personId].sort(),
    )
    const isIn = ({ personId }: SignedInPerson) =>
      db.transaction().execute((tx) => isMemberOf(tx, { communityId: here(), organisationId, personId }))
    expect([await isIn(lead), await isIn(member), await isIn(asker)]).toEqual([true, true, false])
  })

  it('mine is what I asked for or am in', async () => {
    const [one] = [await create(), await create()]
    const asker = await place.person()
    await join(asker, one)
    const mine = await listOrganisationsFor(await as(asker), { mine: 'true' })
    expect(mine.items.map(({ organisationId }) => organisationId)).toEqual([one.organisationId])
  })
})
