import fc from 'fast-check'
import { NOTE_LENGTH, TEXT_LENGTH, TITLE_LENGTH, actOnMatterEndpoint, reportMatterEndpoint } from './contract'
import { decideInput, type ActInput } from './inputs'
import { canLead, teamName } from './teams'
import { OUTCOMES, PERSON_ACTS, type PersonAct } from './workflow'
import type { Matter } from './policy'

const TEAM = { kind: 'grid', placeId: 'grid' } as const
const problem = (input: ActInput) => {
  const decision = decideInput(input)
  return decision.allowed ? undefined : [decision.code, decision.field]
}

describe('what has to come with an act', () => {
  it('is nothing for an acknowledgement, a start, a confirmation and a passed verification', () => {
    for (const act of ['acknowledge', 'start', 'confirm', 'verify_passed'] as const)
      expect(problem({ act })).toBeUndefined()
  })

  it.each<[PersonAct]>([['decline'], ['dispute'], ['verify_failed']])('is a reason for %s', (act) => {
    expect(problem({ act })).toEqual(['REASON_REQUIRED', 'note'])
    expect(problem({ act, note: '' })).toEqual(['REASON_REQUIRED', 'note'])
    expect(problem({ act, note: '还是不亮' })).toBeUndefined()
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
          expect(problem({ act, outcome, note, team: TEAM })).toBeUndefined()
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

  it('takes only acts that a person may ask for', () => {
    const act = (name: string) =>
      actOnMatterEndpoint.body.safeParse({ act: name, revision: 1, note: '灯'.repeat(NOTE_LENGTH) })
    for (const name of PERSON_ACTS) expect(act(name).success).toBe(true)
    for (const name of ['close_unconfirmed', 'submit', 'close', 'toString'])
      expect(act(name).success).toBe(false)
  })
})

describe('teams', () => {
  it('answer for the matter’s place when it lies in theirs', () => {
    const matter = { jurisdiction: ['district', 'community', 'estate', 'grid'] } as Matter
    expect(canLead(matter, { kind: 'grid', placeId: 'grid' })).toBe(true)
    expect(canLead(matter, { kind: 'property', placeId: 'estate' })).toBe(true)
    expect(canLead(matter, { kind: 'community', placeId: 'community' })).toBe(true)
    expect(canLead(matter, { kind: 'grid', placeId: 'other grid' })).toBe(false)
    expect(canLead(matter, { kind: 'community', placeId: 'other community' })).toBe(false)
  })

  it('are called by their place, a property company by its estate', () => {
    expect(teamName('property', '湖光苑')).toBe('湖光苑物业')
    expect(teamName('grid', '第三网格')).toBe('第三网格')
    expect(teamName('community', '湖光社区')).toBe('湖光社区')
  })
})
