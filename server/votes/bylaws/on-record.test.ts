import { BYLAW_ACT_NAMES } from '#core/votes'
import { putsOnRecord } from '../../../tests/builders/on-record'
import { bylawsOn } from '../../../tests/builders/recorded-bylaws'
import { committee, place, secretary, server, setVoteStage } from '../../../tests/builders/vote-stage'

setVoteStage()

const { recorded, leavesOne, entriesOf } = putsOnRecord(() => server.db)
const bylaws = bylawsOn(
  () => server,
  () => place,
)
const idOf = ({ bylawId }: { bylawId: string }) => bylawId

it('every act on bylaws leaves one entry, with office and reason', async () => {
  const COMMITTEE = { person_id: committee.personId, role: 'residents_committee' }
  const SECRETARY = { person_id: secretary.personId, role: 'community_secretary' }
  const record = () =>
    leavesOne(() => bylaws.recorded(committee), { ...COMMITTEE, act: 'bylaw.record' }, idOf)
  const { bylawId } = await record()
  const reason = '照片看不清'
  const refuse = () => bylaws.act(secretary, bylawId, { act: 'refuse', reason })
  await leavesOne(refuse, { ...SECRETARY, act: 'bylaw.refuse', reason }, idOf)
  const wrong = await record()
  const takeBack = () => bylaws.act(committee, wrong.bylawId, { act: 'take_back' })
  await leavesOne(takeBack, { ...COMMITTEE, act: 'bylaw.take_back', reason: null }, idOf)
  const again = await record()
  const put = () => bylaws.act(secretary, again.bylawId, { act: 'put_in_force' })
  await leavesOne(put, { ...SECRETARY, act: 'bylaw.put_in_force', reason: null }, idOf)
  const end = () => bylaws.act(committee, again.bylawId, { act: 'end', reason: '废止了' })
  await leavesOne(end, { ...COMMITTEE, act: 'bylaw.end', reason: '废止了' }, idOf)
  expect(BYLAW_ACT_NAMES.filter((act) => !recorded.has(`bylaw.${act}`))).toEqual([])
})

it('what takes the place of another has that on record, too', async () => {
  const old = await bylaws.inForce(committee, secretary)
  const fresh = await bylaws.recorded(committee, { title: '新的规约' })
  const { added } = await entriesOf(() => bylaws.act(secretary, fresh.bylawId, { act: 'put_in_force' }))
  expect(added).toMatchObject([
    { act: 'bylaw.end', subject_id: old.bylawId, role: 'community_secretary', reason: '换成了《新的规约》' },
    { act: 'bylaw.put_in_force', subject_id: fresh.bylawId, role: 'community_secretary', reason: null },
  ])
})
