import { startOfDay } from '#core/calendar'
import {
  clockDueAt,
  NO_STANDING,
  readWishContactEndpoint,
  WISH_DEEDS,
  type WishDeed,
  type WishView,
} from '#core/wishes'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { author, neighbour, NOW, server, setWishStage, toldOf, wishes } from '../../tests/builders/wish-stage'
import { wishClock, wishOfferLapses, wishRemind } from '.'
import { findWish, wishOf } from './repository'

setWishStage()

const at = (day: string) => startOfDay(day)

/** Runs a deed of the clock at an instant, with the job as it was put on the list. */
async function run(wish: WishView, act: WishDeed, now: Date): Promise<WishView> {
  const row = await findWish(server.db, wish.communityId, wish.wishId)
  const dueAt = row && clockDueAt(wishOf(row, NO_STANDING), act)
  server.clock.now = now
  await wishClock(
    server.db,
    { communityId: wish.communityId, wishId: wish.wishId, act, dueAt: (dueAt ?? now).toISOString() },
    now,
  )
  return wishes.read(author, wish)
}

const lastAct = ({ timeline }: WishView) => timeline[timeline.length - 1]?.act

describe('the clock', () => {
  it('gives a wish back to the neighbours after seven days without contact', async () => {
    const said = await wishes.say(author)
    await wishes.claim(author, neighbour, said)
    await expect(run(said, 'no_contact', at('2026-11-25'))).rejects.toMatchObject({
      code: 'ACT_NOT_POSSIBLE',
    })
    const back = await run(said, 'no_contact', at('2026-11-26'))
    expect([back.state, back.helperName, lastAct(back)]).toEqual(['published', null, 'no_contact'])
    expect(back.standsUntil).toBe('2027-02-24T16:00:00.000Z')
    expect([await toldOf(said, author), await toldOf(said, neighbour)]).toEqual([
      ['wish_back', 'wish_offer'],
      ['wish_claim_ended', 'wish_accepted'],
    ])
    expect((await wishes.act(neighbour, said, 'offer')).offered).toBe(true)
  })

  it('waits thirty days once they are in touch', async () => {
    const said = await wishes.say(author)
    await wishes.claim(author, neighbour, said)
    await wishes.act(neighbour, said, 'contact')
    expect((await run(said, 'no_contact', at('2026-11-26'))).state).toBe('claimed')
    expect((await run(said, 'no_delivery', at('2026-12-19'))).state).toBe('published')
  })

  it('asks once more after a week of silence, and never takes it for a yes', async () => {
    const said = await wishes.say(author)
    await wishes.claim(author, neighbour, said)
    await wishes.act(neighbour, said, 'deliver')
    const asked = await run(said, 'ask_again', at('2026-11-26'))
    expect([asked.state, asked.askedAgainAt !== null]).toEqual(['delivered', true])
    const later = await run(said, 'ask_again', at('2026-12-18'))
    expect([later.state, later.timeline.filter(({ act }) => act === 'ask_again')]).toMatchObject([
      'delivered',
      [{}],
    ])
    expect(await toldOf(said, author)).toEqual(['wish_ask_again', 'wish_delivered', 'wish_offer'])
    expect((await wishes.act(author, said, 'not_yet')).state).toBe('claimed')
  })

  it('lets nobody see the other’s phone for ever: a week after it asked again it is masked', async () => {
    const said = await wishes.say(author)
    await wishes.claim(author, neighbour, said)
    await wishes.act(neighbour, said, 'deliver')
    await run(said, 'ask_again', at('2026-11-26'))
    const read = (who: SignedInPerson) =>
      server.call(readWishContactEndpoint, { as: who.token, params: wishes.params(said) })
    server.clock.now = new Date(at('2026-12-04').getTime() - 1)
    for (const who of [author, neighbour]) expect((await read(who)).status).toBe(200)
    server.clock.now = at('2026-12-04')
    for (const who of [author, neighbour]) {
      expect((await read(who)).status).toBe(403)
      const { mayReadContact, contactMasked } = await wishes.read(who, said)
      expect([mayReadContact, contactMasked]).toEqual([false, expect.stringContaining('*')])
    }
    await wishes.act(author, said, 'not_yet')
    for (const who of [author, neighbour]) expect((await read(who)).status).toBe(200)
  })

  it('puts a wish away after ninety days, or after its day; one tap renews it', async () => {
    const said = await wishes.say(author, { wantedBy: '2026-11-20' })
    await wishes.act(neighbour, said, 'offer')
    const over = await run(said, 'expire', at('2026-11-21'))
    expect([over.state, await toldOf(said, author), await toldOf(said, neighbour)]).toEqual([
      'expired',
      ['wish_expired', 'wish_offer'],
      ['wish_offer_lapsed'],
    ])
    const renewed = await wishes.act(author, said, 'renew')
    expect([renewed.state, renewed.wantedBy, renewed.standsUntil]).toEqual([
      'published',
      null,
      '2027-02-19T16:00:00.000Z',
    ])
  })

  it('lets an offer lapse after two days, and only one that still waits', async () => {
    const said = await wishes.say(author)
    await wishes.act(neighbour, said, 'offer')
    const { offerId = '' } = (await wishes.read(author, said)).offers[0] ?? {}
    const job = { communityId: said.communityId, wishId: said.wishId, offerId }
    await expect(wishOfferLapses(server.db, job, new Date('2026-11-20T01:59:59.000Z'))).rejects.toMatchObject(
      {
        code: 'ACT_NOT_POSSIBLE',
      },
    )
    const over = new Date('2026-11-20T02:00:00.000Z')
    await wishOfferLapses(server.db, job, over)
    await wishOfferLapses(server.db, job, over)
    expect((await wishes.read(author, said)).offers).toEqual([])
    expect(await toldOf(said, neighbour)).toEqual(['wish_offer_lapsed'])
  })

  it('reminds a helper who hasn’t been in touch, and nobody who has', async () => {
    const remind = async (who: SignedInPerson, contacted: boolean) => {
      const said = await wishes.say(author)
      const { claimedAt } = await wishes.claim(author, who, said)
      if (contacted) await wishes.act(who, said, 'contact')
      const job = { communityId: said.communityId, wishId: said.wishId, claimedAt: claimedAt ?? '', days: 7 }
      await wishRemind(server.db, job, at('2026-11-23'))
      return (await toldOf(said, who))[0]
    }
    expect(await remind(neighbour, false)).toBe('wish_remind')
    expect(await remind(neighbour, true)).toBe('wish_accepted')
  })

  it('does each deed once, however many workers come by', async () => {
    const said = await wishes.say(author)
    await wishes.claim(author, neighbour, said)
    const now = at('2026-11-26')
    const job = {
      communityId: said.communityId,
      wishId: said.wishId,
      act: 'no_contact' as const,
      dueAt: '2026-11-25T16:00:00.000Z',
    }
    await Promise.all(Array.from({ length: 4 }, () => wishClock(server.db, job, now)))
    const { timeline } = await wishes.read(author, said)
    expect(timeline.filter(({ act }) => act === 'no_contact')).toHaveLength(1)
  })

  it('has every deed on its list as soon as it may come due', async () => {
    const said = await wishes.say(author)
    await wishes.claim(author, neighbour, said)
    await wishes.act(neighbour, said, 'deliver')
    const { rows } = await server.pool.query<{ key: string }>(
      `select key from graphile_worker.jobs where key like '%' || $1`,
      [said.wishId],
    )
    const keys = rows.map(({ key }) => key.replace(`:${said.wishId}`, '')).sort()
    expect(keys).toEqual(
      [
        'wish_expire',
        'wish_no_contact',
        'wish_no_delivery',
        'wish_ask_again',
        'wish_remind_7',
        'wish_remind_30',
      ].sort(),
    )
    expect(WISH_DEEDS).toHaveLength(5)
    expect(server.clock.now).toEqual(NOW)
  })
})
