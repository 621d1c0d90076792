import { clearDemands, doAct, flat, readBy, unknownOwner, written } from '../../../tests/builders/demands'
import { neighbour, place, resident, server, setVoteStage } from '../../../tests/builders/vote-stage'
import { forgetVotes } from '../forget-votes'

setVoteStage()
beforeEach(clearDemands)

const close = (words: 'keep' | 'delete') =>
  forgetVotes(server.db, {
    communityId: place.community.communityId,
    personId: resident.personId,
    nickname: null,
    words,
    at: server.clock.now,
  })

describe('who closes their account', () => {
  beforeEach(async () => {
    await flat('101', [resident])
    await flat('102', [neighbour])
    for (let count = 0; count < 8; count += 1) await flat(`2${count}`, [await unknownOwner()])
  })

  it('takes a demand along that still gathers signatures, with its words where that was wished', async () => {
    const kept = await written(resident)
    await close('keep')
    expect(await readBy(resident, kept)).toMatchObject({ state: 'withdrawn', title: '换不换物业' })
    await close('delete')
    expect(await readBy(resident, kept)).toMatchObject({ title: '（内容已删掉）', text: '（内容已删掉）' })
  })

  it('leaves nothing of it with who looks after words', async () => {
    const demand = await written(resident, { title: '打 13800138000 找我' })
    const cases = () =>
      server.db
        .selectFrom('moderation_cases')
        .select(['state', 'original', 'about'])
        .where('target_id', '=', demand.demandId)
        .execute()
    expect(await cases()).toMatchObject([{ state: 'open', about: '打 13800138000 找我' }])
    await close('keep')
    expect(await cases()).toMatchObject([{ state: 'dropped' }])
    await close('delete')
    expect(await cases()).toEqual([{ state: 'dropped', original: '', about: '（内容已删掉）' }])
  })

  it('leaves what a fifth of the owners made theirs', async () => {
    const demand = await written(resident)
    await doAct(neighbour, demand, 'sign')
    await close('delete')
    expect(await readBy(neighbour, demand)).toMatchObject({
      state: 'met',
      title: '换不换物业',
      personsSigned: 2,
    })
  })
})
