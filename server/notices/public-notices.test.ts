import { publishNoticeEndpoint, readPublicNoticeEndpoint, type NoticeView } from '#core/notices'
import { people, place, server, setNoticeStage } from '../../tests/builders/notice-stage'
import { noticing } from '../../tests/builders/noticing'

setNoticeStage()

const { params, input, publish, withdraw, read } = noticing(() => ({ server, place }))

const inPublic = ({ noticeId }: Pick<NoticeView, 'noticeId'>, communityId = params().communityId) =>
  server.call(readPublicNoticeEndpoint, { params: { communityId, noticeId } })

async function opened(): Promise<NoticeView> {
  const { body, ...call } = input(people.staff)
  return server.ok(publishNoticeEndpoint, { ...call, body: { ...body, isPublic: true } })
}

describe('a notice for everybody', () => {
  it('is read without a sign-in, with the words of the unit and no person in it', async () => {
    const notice = await opened()
    const answer = await inPublic(notice)
    expect(answer).toMatchObject({ status: 200, body: { title: '周四停水', text: '请提前接水' } })
    expect(JSON.stringify(answer.body)).not.toMatch(/王敏|personId|photos|counts/)
    expect((await read(people.amei, notice)).body).toMatchObject({ isPublic: true })
  })

  it('is only what its publisher opened; of all others nobody learns that they exist', async () => {
    expect(await inPublic(await publish(people.staff))).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    })
  })

  it('is none any more once it is withdrawn, or hidden', async () => {
    const withdrawn = await opened()
    await withdraw(people.staff, withdrawn)
    expect((await inPublic(withdrawn)).status).toBe(404)
    const hidden = await opened()
    await server.db
      .updateTable('notices')
      .set({ words_state: 'hidden' })
      .where('notice_id', '=', hidden.noticeId)
      .execute()
    expect((await inPublic(hidden)).status).toBe(404)
  })

  it('stands in its own community only', async () => {
    expect((await inPublic(await opened(), place.otherCommunity.communityId)).status).toBe(404)
  })
})
