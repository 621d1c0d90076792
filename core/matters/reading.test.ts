import type { Actor } from '../permissions'
import { matterPolicy, type Matter } from '.'
import {
  CAST,
  EVERYBODY,
  HANDLERS,
  OFFICIALS,
  community,
  grid,
  high,
  led,
  matter,
  property,
  type Who,
} from './policy-cast.property'

describe('who may read', () => {
  const readers = (right: 'read' | 'read_words' | 'read_staff_notes' | 'read_contact', subject: Matter) =>
    EVERYBODY.filter((who) => matterPolicy[right](CAST[who], subject))

  it('a public matter: neighbours once its words are shown, and until then that it is there; officials and the lead at once', () => {
    const subject = led('assigned', property)
    const staffAndLead: Who[] = [...OFFICIALS, 'property']
    expect(readers('read', subject)).toEqual(['reporter', 'neighbour', 'joiner', ...staffAndLead])
    expect(readers('read_words', subject)).toEqual(['reporter', ...staffAndLead])
    expect(readers('read_words', { ...subject, wordsState: 'hidden' })).toEqual(['reporter', ...staffAndLead])
    expect(readers('read_words', { ...subject, wordsState: 'shown' })).toEqual(readers('read', subject))
    expect(readers('read_staff_notes', subject)).toEqual(staffAndLead)
    expect(readers('read_contact', subject)).toEqual(['worker', 'chief', 'property'])
    expect(readers('read_contact', { ...subject, state: 'resolved' })).toEqual([
      'worker',
      'chief',
      'property',
    ])
    for (const state of ['closed', 'declined', 'withdrawn', 'merged'] as const)
      expect(readers('read_contact', { ...subject, state })).toEqual([])
  })

  it('one that was handed over: its author’s words stay with the author until they are shown', () => {
    const subject = matter({ authorId: 'reporter', reporterId: 'neighbour', joinerIds: [] })
    expect(readers('read', subject)).toEqual(expect.arrayContaining(['reporter', 'neighbour']))
    expect(readers('read_words', subject)).toEqual(['reporter', ...OFFICIALS])
    expect(readers('read_words', { ...subject, wordsState: 'shown' })).toContain('neighbour')
  })

  it('one that theirs was merged into: who reported with a door code and has no home here', () => {
    const visitor: Actor = { personId: 'visitor', roles: [], homes: [] }
    expect(matterPolicy.read(visitor, matter({ joinerIds: ['visitor'] }))).toBe(true)
    expect(matterPolicy.read(visitor, matter())).toBe(false)
  })

  it('a private one: reporter, lead and the community’s own office, never neighbours nor levels above', () => {
    const subject = high({ state: 'assigned', lead: grid }, 'mediation')
    for (const right of ['read', 'read_words'] as const)
      expect(readers(right, subject)).toEqual(['reporter', ...HANDLERS, 'staff', 'secretary'])
  })

  it('a complaint: never the unit it is about', () => {
    const subject = high({ complained: community }, 'complaint')
    expect(readers('read', subject)).toEqual(['reporter', 'secretary'])
    expect(readers('read', high({ complained: property, lead: property }, 'complaint'))).toEqual([
      'reporter',
      'staff',
      'secretary',
    ])
  })

  it('a restricted one: author, whom it was given to and the named triage; no administrator, district, secretary or colleague', () => {
    const subject = high({}, 'counselling')
    for (const right of ['read', 'read_words'] as const)
      expect(readers(right, subject)).toEqual(['reporter', 'counsellor'])
    const given = high({ state: 'assigned', lead: community, assigneeIds: ['somebody'] }, 'counselling')
    expect(readers('read', given)).toEqual(['reporter', 'staff', 'counsellor'])
    expect(readers('read', { ...given, assigneeIds: ['else'] })).toEqual(['reporter', 'counsellor'])
  })
})
