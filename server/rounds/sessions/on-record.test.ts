import { changeSessionEndpoint, printMinutesEndpoint } from '#core/rounds'
import {
  doAct,
  sessionParams,
  TONIGHT,
  topicIn,
  tryOpen,
  tryStrike,
  tryWrite,
} from '../../../tests/builders/discussing'
import { putsOnRecord } from '../../../tests/builders/on-record'
import {
  aRound,
  head,
  resident,
  roundParams,
  server,
  setRoundStage,
  staff,
} from '../../../tests/builders/round-stage'

setRoundStage()

const { entriesOf } = putsOnRecord(() => server.db)
const acts = async (work: () => Promise<unknown>) =>
  (await entriesOf(work)).added.map(({ act, person_id, role }) => [act, person_id, role])

it('has every step of a session, every entry and who struck one, and who printed the minutes', async () => {
  const round = await aRound({ state: 'discussion' })
  const topicId = await topicIn(round)
  const session = { ...round, sessionId: '', revision: 1 }
  const note = { noteId: '01990000-0000-4000-8000-000000000001' }
  const convener = [head.personId, 'building_head']
  const open = async () => {
    const { body } = await tryOpen(head, round, { topicId })
    Object.assign(session, { sessionId: body.sessionId })
  }
  expect(await acts(open)).toEqual([['round.open_session', ...convener]])
  const change = () =>
    server.ok(changeSessionEndpoint, {
      as: head.token,
      params: sessionParams(session),
      body: { revision: 1, topicId, startsAt: TONIGHT, where: '活动室' },
    })
  expect(await acts(change)).toEqual([['round.change_session', ...convener]])
  for (const act of ['join', 'host', 'unhost', 'leave'] as const)
    expect(await acts(() => doAct(resident, session, act))).toEqual([
      [`round.${act}_session`, resident.personId, null],
    ])
  expect(await acts(() => tryWrite(resident, session, '放在南边', note))).toEqual([
    ['round.write_note', resident.personId, null],
  ])
  expect(await acts(() => tryWrite(staff, session, '消防通道要留四米'))).toEqual([
    ['round.write_note', staff.personId, 'community_staff'],
  ])
  const edit = () => tryWrite(resident, session, '放在北边', { replaces: note.noteId })
  expect(await acts(edit)).toEqual([['round.edit_note', resident.personId, null]])
  expect(await acts(() => tryStrike(head, session, note))).toEqual([['round.strike_note', ...convener]])
  const print = () =>
    server.ok(printMinutesEndpoint, { as: resident.token, params: roundParams(round), body: {} })
  expect(await acts(print)).toEqual([['round.print_minutes', resident.personId, null]])
})
