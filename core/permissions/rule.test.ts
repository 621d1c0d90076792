import fc from 'fast-check'
import {
  allOf,
  anyOf,
  holds,
  isOffice,
  isResident,
  nobody,
  not,
  ROLE_LABELS,
  ROLES,
  signedAs,
  type Actor,
  type Rule,
} from '.'

const actor = (...held: [Actor['roles'][number]['role'], string][]): Actor => ({
  personId: 'x',
  roles: held.map(([role, placeId]) => ({ role, placeId, isLead: false })),
  homes: [],
})
const yes: Rule<unknown> = () => true

describe('rules', () => {
  it('join like sentences', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), (answers) => {
        const rules = answers.map((answer): Rule<unknown> => (answer ? yes : nobody))
        expect(allOf(...rules)(actor(), null)).toBe(!answers.includes(false))
        expect(anyOf(...rules)(actor(), null)).toBe(answers.includes(true))
        expect(not(allOf(...rules))(actor(), null)).toBe(
          anyOf(...rules.map((rule) => not(rule)))(actor(), null),
        )
      }),
    )
  })

  it('let nobody do what no sentence allows', () => {
    expect(nobody(actor(['administrator', 'district']), null)).toBe(false)
    expect(anyOf()(actor(), null)).toBe(false)
  })
})

describe('an office', () => {
  const matter = { jurisdiction: ['district', 'community', 'grid'] }

  it('has power over what lies in its place, at any level, and nowhere else', () => {
    expect(holds('grid_worker')(actor(['grid_worker', 'grid']), matter)).toBe(true)
    expect(holds('grid_worker')(actor(['grid_worker', 'district']), matter)).toBe(true)
    expect(holds('grid_worker')(actor(['grid_worker', 'other grid']), matter)).toBe(false)
  })

  it('is one role at one place: role and place of two offices don’t add up', () => {
    expect(holds('grid_chief')(actor(['grid_chief', 'other grid'], ['grid_worker', 'grid']), matter)).toBe(
      false,
    )
  })

  it('is not a home, nor a home an office', () => {
    const resident: Actor = {
      ...actor(),
      homes: [{ homeId: 'grid', path: ['grid'], relation: 'owner', isAdult: true, since: new Date(0) }],
    }
    expect(isResident(resident)).toBe(true)
    expect(isResident(actor(['community_staff', 'community']))).toBe(false)
    expect(holds(...ROLES)(resident, matter)).toBe(false)
  })

  it('is every role but a volunteer’s, with which nobody signs', () => {
    expect(ROLES.filter((role) => !isOffice({ role }))).toEqual(['volunteer'])
  })

  it('has a Chinese name of its own, with which its holder signs', () => {
    const names = ROLES.map((role) => ROLE_LABELS[role])
    expect(names.every((name) => /^\p{Script=Han}+$/u.test(name))).toBe(true)
    expect(new Set(names).size).toBe(ROLES.length)
    expect(signedAs({ officialName: '张师傅', role: 'grid_worker' })).toBe('张师傅（网格员）')
  })
})
