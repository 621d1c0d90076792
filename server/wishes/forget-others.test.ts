import { forgetOthers } from './forget-others'
import { across, author, server, setWishStage, staff, wishes } from '../../tests/builders/wish-stage'

setWishStage()

const FOR_OTHER = { forOther: { name: '王奶奶', way: 'in_person' as const, phone: '13800138000' } }
const kept = async ({ wishId }: { wishId: string }) => {
  const row = await server.db
    .selectFrom('wishes')
    .select(['other_name', 'other_phone'])
    .where('wish_id', '=', wishId)
    .executeTakeFirstOrThrow()
  return { name: row.other_name !== null, phone: row.other_phone !== null }
}
const days = (count: number) => new Date(server.clock.now.getTime() + count * 86_400_000)

describe('who a wish was said for', () => {
  it('is called no more once it came true, and forgotten 90 days later; how they agreed stays', async () => {
    const open = await wishes.say(author, FOR_OTHER)
    const said = await wishes.say(author, FOR_OTHER)
    await wishes.claim(author, across, said)
    await wishes.act(across, said, 'deliver')
    await wishes.act(author, said, 'confirm')
    await forgetOthers(server.db, days(1))
    expect([await kept(said), await kept(open)]).toEqual([
      { name: true, phone: false },
      { name: true, phone: true },
    ])
    await forgetOthers(server.db, days(89))
    expect(await kept(said)).toEqual({ name: true, phone: false })
    await forgetOthers(server.db, days(91))
    expect([await kept(said), await kept(open)]).toEqual([
      { name: false, phone: false },
      { name: true, phone: true },
    ])
    expect((await wishes.read(staff, said)).consent).toEqual({ name: null, way: 'in_person' })
    expect((await wishes.read(author, said)).forOther).toBe(true)
  })

  it('is called when a wish that was put away is renewed in time, and forgotten when it isn’t', async () => {
    const said = await wishes.say(author, FOR_OTHER)
    await server.db
      .updateTable('wishes')
      .set({ state: 'expired' })
      .where('wish_id', '=', said.wishId)
      .execute()
    await forgetOthers(server.db, days(89))
    expect(await kept(said)).toEqual({ name: true, phone: true })
    await forgetOthers(server.db, days(91))
    expect(await kept(said)).toEqual({ name: false, phone: false })
    expect((await wishes.act(author, said, 'renew')).consent).toEqual({ name: null, way: 'in_person' })
  })
})
