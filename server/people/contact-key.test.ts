import { reportMatter } from '#server/matters/index'
import { createAccessLog } from '#server/platform/access-log'
import { CONTACT_KEY_BYTES, createContactBox } from '#server/platform/crypto/index'
import { StartupError } from '#server/platform/postgres/index'
import { acting } from '../../tests/builders/acting'
import { CONTACT_BOX } from '../../tests/builders/contact-box'
import { buildNeighbourhood } from '../../tests/builders/neighbourhood'
import { REPORT_PARTS } from '../../tests/builders/report-parts'
import { createTestDatabase, type TestDatabase } from '../../tests/postgres/test-database'
import { checkContactKey, findOrCreatePerson, isVerified, savePhone } from '.'

const NOW = new Date('2026-11-18T02:00:00.000Z')
const OTHER_BOX = createContactBox(Buffer.alloc(CONTACT_KEY_BYTES, 'other'))
let database: TestDatabase

beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

const saveWith = (box: typeof CONTACT_BOX) =>
  database.db.transaction().execute(async (tx) => {
    const personId = await findOrCreatePerson(tx, 'demo', 'amei', NOW)
    await savePhone(tx, box, { personId, phone: '13800138000', method: 'sms', now: NOW })
    return personId
  })

it('lets a server start with the key it always had', async () => {
  await checkContactKey(database.db, CONTACT_BOX)
  await saveWith(CONTACT_BOX)
  await expect(checkContactKey(database.db, CONTACT_BOX)).resolves.toBeUndefined()
})

it('refuses another key, in words that say what to do, once something is sealed', async () => {
  await checkContactKey(database.db, CONTACT_BOX)
  await saveWith(CONTACT_BOX)
  const error = await checkContactKey(database.db, OTHER_BOX).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(StartupError)
  expect((error as Error).message).toMatch(/CONTACT_KEY.*原来/)
})

it('refuses it as well when all that is sealed is the phone of somebody who called', async () => {
  await checkContactKey(database.db, CONTACT_BOX)
  const place = await buildNeighbourhood(database.db, NOW)
  const staff = await place.inOffice('community_staff', place.community.communityId)
  await database.db.deleteFrom('phones').execute()
  const report = async (contactBox: typeof CONTACT_BOX) =>
    reportMatter(
      await acting(database.db, staff.personId, place.community.communityId, NOW),
      {
        placeId: place.community.buildingId,
        serviceCode: 'stair_lamp',
        title: '楼道灯不亮',
        channel: 'phone',
        callerPhone: '13912345678',
      },
      { ...REPORT_PARTS, contactBox },
    )
  await expect(report(OTHER_BOX)).rejects.toMatchObject({ code: 'CONTACT_KEY_CHANGED' })
  await expect(checkContactKey(database.db, OTHER_BOX)).resolves.toBeUndefined()
  await report(OTHER_BOX)
  await expect(checkContactKey(database.db, CONTACT_BOX)).rejects.toBeInstanceOf(StartupError)
  await expect(checkContactKey(database.db, OTHER_BOX)).resolves.toBeUndefined()
})

it('refuses it as well when all that is sealed is who called from where', async () => {
  await checkContactKey(database.db, CONTACT_BOX)
  const access = { personId: 'amei', sessionId: 'session', address: '203.0.113.1', at: NOW }
  await createAccessLog(database.db, CONTACT_BOX).note(access)
  await expect(checkContactKey(database.db, OTHER_BOX)).rejects.toBeInstanceOf(StartupError)
})

it('takes another key as long as nothing is sealed; a server that still has the old one seals nothing', async () => {
  await checkContactKey(database.db, CONTACT_BOX)
  await checkContactKey(database.db, OTHER_BOX)
  await expect(saveWith(CONTACT_BOX)).rejects.toMatchObject({ code: 'CONTACT_KEY_CHANGED' })
  expect(await isVerified(database.db, await saveWith(OTHER_BOX))).toBe(true)
})

it('knows one key when several servers start at once', async () => {
  await Promise.all(Array.from({ length: 6 }, () => checkContactKey(database.db, CONTACT_BOX)))
  const rows = await database.db.selectFrom('contact_keys').selectAll().execute()
  expect(rows).toHaveLength(1)
})

it('a neighbourhood’s phones are sealed with the key of the tests', async () => {
  const place = await buildNeighbourhood(database.db, NOW)
  const { personId } = await place.person()
  expect(await isVerified(database.db, personId)).toBe(true)
})
