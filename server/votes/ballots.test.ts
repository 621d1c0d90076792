import { CONTACT_BOX } from '../../tests/builders/contact-box'
import { openChoices, sealChoices } from './ballots'

const ONE = { item_id: 'i1', options: ['放', '不放，一辆也不放', '"随便"'], max_choices: null }
const SEVERAL = { item_id: 'i2', options: ['车棚', '花坛边', '门口那一小块空地'], max_choices: 2 }

const BALLOTS = [
  { i1: '放', i2: ['车棚'] },
  { i1: '不放，一辆也不放', i2: ['花坛边', '门口那一小块空地'] },
  { i1: '"随便"', i2: [] },
  { i1: '放', i2: '门口那一小块空地' },
]

it('is as long whatever was chosen, and opens to what was chosen', () => {
  const sealed = BALLOTS.map((choices, index) =>
    sealChoices(CONTACT_BOX, { ballotId: `b${index}`, items: [ONE, SEVERAL], choices }),
  )
  expect(new Set(sealed.map(({ length }) => length)).size).toBe(1)
  const opened = sealed.map((choices_sealed, index) =>
    openChoices(CONTACT_BOX, { ballot_id: `b${index}`, choices_sealed }),
  )
  expect(opened).toEqual(BALLOTS)
})

it('opens as the ballot it was sealed for, and as no other', () => {
  const [choices = {}] = BALLOTS
  const choices_sealed = sealChoices(CONTACT_BOX, { ballotId: 'mine', items: [ONE, SEVERAL], choices })
  expect(() => openChoices(CONTACT_BOX, { ballot_id: 'yours', choices_sealed })).toThrow()
})
