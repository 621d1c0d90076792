import { askForArchiveEndpoint, openArchiveEndpoint } from '#core/my-data'
import { bylawsOn } from '../../../tests/builders/recorded-bylaws'
import { jobsOf, unzip } from '../../../tests/api/my-data/stage'
import { committee, place, secretary, server, setVoteStage } from '../../../tests/builders/vote-stage'
import type { SignedInPerson } from '../../../tests/builders/neighbourhood'

setVoteStage()

const jobs = jobsOf(() => server)
const bylaws = bylawsOn(
  () => server,
  () => place,
)

async function takenBy(who: SignedInPerson) {
  await server.ok(askForArchiveEndpoint, { as: who.token })
  await jobs.make()
  const { path } = await server.ok(openArchiveEndpoint, { as: who.token })
  const files = await unzip((await server.app.inject(path)).rawPayload)
  return String(files.get('我的数据.html'))
}

it('the copy of one’s data has the bylaws one recorded, with their day, and not those one confirmed', async () => {
  const { bylawId } = await bylaws.recorded(committee)
  await bylaws.act(secretary, bylawId, { act: 'refuse', reason: '照片看不清' })
  const page = await takenBy(committee)
  for (const words of ['备案过的规约', '湖光苑业主大会议事规则', '2026-05-10', '没有确认', '照片看不清'])
    expect(page).toContain(words)
  expect(await takenBy(secretary)).not.toContain('备案过的规约')
})
