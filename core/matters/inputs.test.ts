import fc from 'fast-check'
import { NOTE_LENGTH, TEXT_LENGTH, TITLE_LENGTH, actOnMatterEndpoint, reportMatterEndpoint } from './contract'
import { decideInput, type ActInput } from './inputs'
import { canLead, teamName } from './teams'
import { OUTCOMES, PERSON_ACTS, type PersonAct } from './workflow'
import type { Matter } from './matter'

const TEAM = { kind: 'grid', placeId: 'grid' } as const
const problem = (input: ActInput) => {
  const decision = decideInput(input)
  return decision.allowed ? undefined : [decision.code, decision.field]
}

describe('what has to come with an act', () => {
  it('is nothing for what only says yes, and for taking one’s own report back', () => {
    const plain = ['acknowledge', 'start', 'confirm', 'verify_passed', 'reinspect_passed'] as const
    for (const act of [...plain, 'resume', 'grant_deferral', 'unmerge', 'withdraw'] as const)
      expect(problem({ act })).toBeUndefined()
  })

  it.each<[PersonAct]>([
    ['decline'],
    ['ask_review'],
    ['return'],
    ['escalate'],
    ['send_down'],
    ['refuse_deferral'],
    ['dispute'],
    ['verify_failed'],
    ['reopen'],
    ['reinspect_failed'],
  ])('is a reason for %s', (act) => {
    expect(problem({ act })).toEqual(['REASON_REQUIRED', 'note'])
    expect(problem({ act, note: '' })).toEqual(['REASON_REQUIRED', 'note'])
    expect(problem({ act, note: '还是不亮' })).toBeUndefined()
  })

  it('is a team and a reason to give it to another', () => {
    expect(problem({ act: 'reassign', note: '换人' })).toEqual(['TEAM_UNKNOWN', 'team'])
    expect(problem({ act: 'reassign', team: TEAM })).toEqual(['REASON_REQUIRED', 'note'])
    expect(problem({ act: 'reassign', team: TEAM, note: '换人' })).toBeUndefined()
  })

  it.each<[PersonAct]>([['defer'], ['ask_deferral']])('is a day and a public reason to %s', (act) => {
    expect(problem({ act, note: '等材料' })).toEqual(['REVIEW_DAY_MISSING', 'reviewOn'])
    expect(problem({ act, reviewOn: '2026-12-01' })).toEqual(['REASON_REQUIRED', 'note'])
    expect(problem({ act, reviewOn: '2026-12-01', note: '等材料' })).toBeUndefined()
  })

  it('is the other matter to merge it', () => {
    expect(problem({ act: 'merge' })).toEqual(['BODY_INVALID', 'intoMatterId'])
    expect(problem({ act: 'merge', intoMatterId: 'other' })).toBeUndefined()
  })

  it('is a team to assign it to', () => {
    expect(problem({ act: 'assign' })).toEqual(['TEAM_UNKNOWN', 'team'])
    expect(problem({ act: 'assign', team: TEAM })).toBeUndefined()
  })

  it('is what came of it and what was done, to resolve it, when it could not be fixed too', () => {
    expect(problem({ act: 'resolve', note: '换了灯泡' })).toEqual(['BODY_INVALID', 'outcome'])
    for (const outcome of OUTCOMES) {
      for (const note of [undefined, ''])
        expect(problem({ act: 'resolve', outcome, note })).toEqual(['NOTE_REQUIRED', 'note'])
      expect(problem({ act: 'resolve', outcome, note: '换了灯泡' })).toBeUndefined()
    }
  })

  it('is never too much: more than an act needs is no mistake', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PERSON_ACTS),
        fc.constantFrom(...OUTCOMES),
        fc.string({ minLength: 1 }),
        (act, outcome, note) => {
          const more = {
            reviewOn: '2026-12-01',
            intoMatterId: 'other',
            legalBasis: '条例',
            proposedOwner: '业委会',
          }
          expect(problem({ act, outcome, note, team: TEAM, ...more })).toBeUndefined()
        },
      ),
    )
  })
})

describe('what may be sent', () => {
  const placeId = '01890000-0000-7000-8000-000000000001'
  const report = (fields: Record<string, unknown>) =>
    reportMatterEndpoint.body.safeParse({
      placeId,
      serviceCode: 'stair_lamp',
      title: '楼道灯不亮',
      ...fields,
    })

  it('asks of a report nothing but what, where and of which kind', () => {
    expect(report({})).toMatchObject({ success: true, data: { title: '楼道灯不亮' } })
    expect(report({ title: undefined }).success).toBe(false)
    expect(report({ title: ' \u200B\u3000 ' }).success).toBe(false)
    expect(report({ serviceCode: 'lamp' }).success).toBe(false)
    expect(report({ placeId: '1 or 1=1' }).success).toBe(false)
  })

  it('takes titles to 60 and texts to 2,000 characters, an emoji being one', () => {
    expect([TITLE_LENGTH, TEXT_LENGTH]).toEqual([60, 2000])
    expect(report({ title: '💡'.repeat(60), text: '💡'.repeat(2000) }).success).toBe(true)
    expect(report({ title: '灯'.repeat(61) }).success).toBe(false)
    expect(report({ text: '灯'.repeat(2001) }).success).toBe(false)
  })

  it('takes nine photos, five supports and days that there are', () => {
    const ids = (count: number) =>
      Array.from(
        { length: count },
        (_, n) => `01890000-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`,
      )
    expect(report({ photoIds: ids(9) }).success).toBe(true)
    expect(report({ photoIds: ids(10) }).success).toBe(false)
    const act = (more: object) =>
      actOnMatterEndpoint.body.safeParse({ act: 'assign', revision: 1, ...more }).success
    const supports = (count: number) => ids(count).map((id) => ({ kind: 'grid', placeId: id }))
    expect([act({ supports: supports(5) }), act({ supports: supports(6) })]).toEqual([true, false])
    expect([act({ assigneeIds: ids(1) }), act({ assigneeIds: [] })]).toEqual([true, false])
    expect([act({ reviewOn: '2026-12-01' }), act({ reviewOn: '2026-02-30' })]).toEqual([true, false])
  })

  it('takes from staff what they found on patrol or were told, and from residents no channel', () => {
    for (const channel of ['patrol', 'visit', 'phone']) expect(report({ channel }).success).toBe(true)
    for (const channel of ['resident', 'door_code', 'wish']) expect(report({ channel }).success).toBe(false)
  })

  it('takes only acts that a person may ask for', () => {
    const act = (name: string) =>
      actOnMatterEndpoint.body.safeParse({ act: name, revision: 1, note: '灯'.repeat(NOTE_LENGTH) })
    for (const name of PERSON_ACTS) expect(act(name).success).toBe(true)
    const notAsked = [
      'close_unconfirmed',
      'team_ended',
      'grid_dissolved',
      'review_due',
      'absorb',
      'let_go',
      'hand_over',
    ]
    for (const name of [...notAsked, 'resolve_on_spot', 'submit', 'close', 'toString'])
      expect(act(name).success).toBe(false)
  })
})

describe('teams', () => {
  it('answer for the matter’s place when it lies in theirs', () => {
    const matter = {
      jurisdiction: ['district', 'community', 'estate', 'grid'],
      complained: null,
    } as Partial<Matter> as Matter
    expect(canLead(matter, { kind: 'grid', placeId: 'grid' })).toBe(true)
    expect(canLead(matter, { kind: 'property', placeId: 'estate' })).toBe(true)
    expect(canLead(matter, { kind: 'community', placeId: 'community' })).toBe(true)
    expect(canLead(matter, { kind: 'grid', placeId: 'other grid' })).toBe(false)
    expect(canLead(matter, { kind: 'community', placeId: 'other community' })).toBe(false)
  })

  it('never lead what complains about them, and only the community’s lead what is restricted', () => {
    const place = { jurisdiction: ['community', 'estate', 'grid'], complained: null, visibility: 'private' }
    const complaint = { ...place, complained: { kind: 'property', placeId: 'estate' } } as Matter
    expect(canLead(complaint, { kind: 'property', placeId: 'estate' })).toBe(false)
    expect(canLead(complaint, { kind: 'grid', placeId: 'grid' })).toBe(true)
    const restricted = { ...place, visibility: 'restricted' } as Partial<Matter> as Matter
    expect(canLead(restricted, { kind: 'grid', placeId: 'grid' })).toBe(false)
    expect(canLead(restricted, { kind: 'property', placeId: 'estate' })).toBe(false)
    expect(canLead(restricted, { kind: 'community', placeId: 'community' })).toBe(true)
  })

  it('are called by their place, a property company by its estate', () => {
    expect(teamName('property', '湖光苑')).toBe('湖光苑物业')
    expect(teamName('grid', '第三网格')).toBe('第三网格')
    expect(teamName('community', '湖光社区')).toBe('湖光社区')
  })
})
