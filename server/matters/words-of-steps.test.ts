import type { MatterView } from '#core/matters'
import { matterScene } from '../../tests/builders/matter-scene'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'

const NOW = new Date('2026-11-18T02:00:00.000Z')
const AD = '修灯加微信13800138000'
const scene = matterScene(NOW)

const noteFor = async (reader: SignedInPerson, matter: MatterView, act: string) =>
  (await scene.matters.read(reader, matter)).timeline.find((entry) => entry.act === act)?.note
const withoutPhone = (person: SignedInPerson) =>
  scene.db.deleteFrom('phones').where('person_id', '=', person.personId).execute()

async function joined(): Promise<{ matter: MatterView; joiner: SignedInPerson }> {
  const matter = await scene.matters.resolved(scene)
  const joiner = await scene.place.resident(scene.place.community.neighbourHomeId)
  await scene.matters.join(joiner, matter)
  return { matter: await scene.matters.read(joiner, matter), joiner }
}

describe('what a resident writes with an act', () => {
  it('neighbours read, once the check is clear and its author may be read', async () => {
    const { matter, joiner } = await joined()
    await scene.matters.act(joiner, matter, 'dispute', { note: '还是不亮' })
    expect(await noteFor(scene.faraway, matter, 'dispute')).toBe('还是不亮')
  })

  it('staff and its author alone read, where the check is not sure', async () => {
    const { matter, joiner } = await joined()
    await scene.matters.act(joiner, matter, 'dispute', { note: AD })
    for (const reader of [joiner, scene.worker, scene.staff])
      expect(await noteFor(reader, matter, 'dispute')).toBe(AD)
    for (const reader of [scene.faraway, scene.reporter])
      expect(await noteFor(reader, matter, 'dispute')).toBeNull()
  })

  it('staff and its author alone read, where the author has no verified phone', async () => {
    const { matter, joiner } = await joined()
    await withoutPhone(joiner)
    await scene.matters.act(joiner, matter, 'dispute', { note: '还是不亮' })
    expect(await noteFor(scene.worker, matter, 'dispute')).toBe('还是不亮')
    expect(await noteFor(scene.faraway, matter, 'dispute')).toBeNull()
  })

  it('is kept from neighbours with every act, also where no words are asked for', async () => {
    const { matter } = await joined()
    await scene.matters.act(scene.reporter, matter, 'confirm', { note: AD })
    expect(await noteFor(scene.faraway, matter, 'confirm')).toBeNull()
  })

  it('goes with the reporter’s words when a moderator hides those', async () => {
    const { matter, joiner } = await joined()
    await scene.matters.act(joiner, matter, 'dispute', { note: '还是不亮' })
    await scene.db
      .updateTable('matters')
      .set({ words_state: 'hidden' })
      .where('matter_id', '=', matter.matterId)
      .execute()
    expect(await noteFor(scene.faraway, matter, 'dispute')).toBeNull()
  })

  it('of an office everybody reads', async () => {
    const { matter } = await joined()
    expect(await noteFor(scene.faraway, matter, 'resolve')).toBe('换了灯头')
  })

  it('is not taken before the privacy notice is agreed to; pressing alone is', async () => {
    const { matter, joiner } = await joined()
    await scene.db.deleteFrom('consents').where('person_id', '=', joiner.personId).execute()
    await expect(scene.matters.act(joiner, matter, 'dispute', { note: '不亮' })).rejects.toMatchObject({
      code: 'CONSENT_REQUIRED',
    })
    await scene.db.deleteFrom('consents').where('person_id', '=', scene.reporter.personId).execute()
    expect((await scene.matters.act(scene.reporter, matter, 'confirm')).state).toBe('closed')
  })
})
