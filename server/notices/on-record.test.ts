import { pinNoticeEndpoint, publishNoticeEndpoint, withdrawNoticeEndpoint } from '#core/notices'
import { startTestServer, type TestServer } from '../../tests/api/test-server'
import {
  buildNeighbourhood,
  type Neighbourhood,
  type SignedInPerson,
} from '../../tests/builders/neighbourhood'
import { putsOnRecord } from '../../tests/builders/on-record'

let server: TestServer
let place: Neighbourhood
let staff: SignedInPerson

beforeAll(async () => {
  server = await startTestServer()
  place = await buildNeighbourhood(server.db, server.clock.now)
  staff = await place.inOffice('community_staff', place.community.communityId)
})
afterAll(() => server.close())

const params = () => ({ communityId: place.community.communityId })
const { leavesOne } = putsOnRecord(() => server.db)

it('every act on a notice leaves one entry, with why it was withdrawn', async () => {
  const by = { person_id: staff.personId, role: 'community_staff' }
  const { noticeId } = await leavesOne(
    () =>
      server.ok(publishNoticeEndpoint, {
        as: staff.token,
        params: params(),
        body: { placeId: place.community.buildingId, title: '停水', text: '周四停水' },
      }),
    { ...by, act: 'notice.publish' },
    (notice) => notice.noticeId,
  )
  const of = { as: staff.token, params: { ...params(), noticeId } }
  const pin = (pinDays?: number) => () =>
    server.ok(pinNoticeEndpoint, { ...of, body: pinDays === undefined ? {} : { pinDays } })
  await leavesOne(pin(1), { ...by, act: 'notice.pin' }, () => noticeId)
  await leavesOne(pin(), { ...by, act: 'notice.unpin' }, () => noticeId)
  const withdraw = () => server.ok(withdrawNoticeEndpoint, { ...of, body: { reason: '改期了' } })
  await leavesOne(withdraw, { ...by, act: 'notice.withdraw', reason: '改期了' }, () => noticeId)
})
