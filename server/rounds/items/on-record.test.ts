import { changeItemEndpoint, linkItemEndpoint, type ItemView } from '#core/rounds'
import {
  anItem,
  doItemAct,
  itemParams,
  readItemBy,
  tookPart,
  tryCorrect,
  tryLedger,
  tryRate,
} from '../../../tests/builders/items'
import type { SignedInPerson } from '../../../tests/builders/neighbourhood'
import { putsOnRecord } from '../../../tests/builders/on-record'
import {
  aRound,
  head,
  neighbour,
  place,
  readRoundBy,
  resident,
  server,
  setRoundStage,
  tryRoundAct,
} from '../../../tests/builders/round-stage'
import { manyVotes } from '../../../tests/api/many-votes'

setRoundStage()

const { entriesOf } = putsOnRecord(() => server.db)

const acts = async (work: () => Promise<unknown>) =>
  (await entriesOf(work)).added.map(({ act, person_id, role, reason }) => [act, person_id, role, reason])

const changes = (by: SignedInPerson, item: ItemView) =>
  server.ok(changeItemEndpoint, {
    as: by.token,
    params: itemParams(item),
    body: {
      revision: item.revision,
      title: item.title,
      promise: '长椅装在花坛边',
      dueOn: '2026-12-05',
      ownerKind: 'resident',
      isProject: true,
    },
  })

async function links(by: SignedInPerson, item: ItemView) {
  const [id = ''] = await manyVotes(server, place, 1, { convener_id: head.personId, state: 'open' })
  return acts(() =>
    server.ok(linkItemEndpoint, {
      as: by.token,
      params: itemParams(item),
      body: { revision: item.revision, kind: 'vote', id },
    }),
  )
}

it('has what was done with an item, who did it, in which office and why', async () => {
  const round = await aRound({ state: 'action' })
  const put: { item?: ItemView } = {}
  const write = async () => Object.assign(put, { item: await anItem(head, round) })
  expect(await acts(write)).toEqual([['item.write', head.personId, 'building_head', null]])
  const now = () => readItemBy(head, put.item as ItemView)
  const item = await now()
  expect(await acts(() => changes(head, item))).toEqual([
    ['item.change', head.personId, 'building_head', null],
  ])
  const changed = await now()
  expect(await acts(() => doItemAct(resident, changed, 'accept'))).toEqual([
    ['item.accept', resident.personId, null, null],
  ])
  expect(await links(resident, await now())).toEqual([['item.link', resident.personId, null, null]])
  const linked = await now()
  expect(await acts(() => doItemAct(head, linked, 'give_up', '归街道管'))).toEqual([
    ['item.give_up', head.personId, 'building_head', '归街道管'],
  ])
})

it('has what was put into a ledger and what was taken back', async () => {
  const item = await anItem(resident, await aRound({ state: 'action' }), { takesOn: true, isProject: true })
  const entry = { entryId: '' }
  const keep = async () => Object.assign(entry, (await tryLedger(resident, item, 'money_in', 100)).body)
  expect(await acts(keep)).toEqual([['item.ledger_write', resident.personId, null, null]])
  expect(await acts(() => tryCorrect(head, item, entry.entryId))).toEqual([
    ['item.ledger_correct', head.personId, 'building_head', null],
  ])
})

it('has who rated, and never how', async () => {
  const round = await aRound({ state: 'action' })
  const item = await anItem(resident, round, { takesOn: true })
  const done = await doItemAct(resident, item, 'finish', '装好了')
  await tookPart(neighbour, round, place.community.neighbourHomeId)
  await tryRoundAct(head, await readRoundBy(head, round), 'begin_evaluation')
  const { added } = await entriesOf(() => tryRate(neighbour, done, 'not_kept'))
  expect(added.map(({ act, person_id }) => [act, person_id])).toEqual([['item.rate', neighbour.personId]])
  expect(JSON.stringify(added)).not.toContain('not_kept')
})
