import fc from 'fast-check'
import { NetworkError, ReadableError } from '../readable-error'
import { ApiError } from '../call-endpoint'
import type { Letter } from './letter'
import { createOutbox, MOST_LETTERS, type Outbox } from './outbox'

const letter = (key: string, more: Partial<Letter> = {}): Letter => ({
  key,
  label: `报事：${key}`,
  about: 'reports',
  communityId: 'c',
  path: '/communities/c/matters',
  body: { title: key },
  photos: {},
  draft: { key: 'report', value: {} },
  page: { route: '/report', query: {} },
  writtenAt: 0,
  ...more,
})

type Weather = 'fine' | 'offline' | 'answer lost' | 'refuses' | 'stumbles' | 'busy'

/** A phone whose storage outlives the app, and a server that does each thing once per key. */
function stage() {
  const stored: { letters: Letter[] } = { letters: [] }
  const server = { done: new Set<string>(), effects: [] as string[], refused: new Set<string>() }
  const sky: { weather: Weather } = { weather: 'fine' }
  const tooFast = new ApiError({ code: 'TOO_MANY_REQUESTS', message: '点得太快了' }, 429)
  const deliver = async ({ key }: Letter, save: (part: Partial<Letter>) => void): Promise<unknown> => {
    if (sky.weather === 'offline') throw new NetworkError()
    save({ triedAt: 1 })
    await Promise.resolve()
    if (sky.weather === 'busy') throw tooFast
    if (sky.weather === 'stumbles') throw new ApiError({ code: 'INTERNAL', message: '出了点问题' }, 500)
    if (sky.weather === 'refuses' && !server.done.has(key)) {
      server.refused.add(key)
      throw new ApiError({ code: 'TEXT_TOO_LONG', message: '写得太长了' }, 400)
    }
    if (!server.done.has(key)) server.effects.push(key)
    server.done.add(key)
    if (sky.weather === 'answer lost') throw new NetworkError()
    return { key }
  }
  const open = (canSendHere: (one: Letter) => boolean = () => true): Outbox =>
    createOutbox({
      canSendHere,
      shelf: () => ({
        read: () => JSON.parse(JSON.stringify(stored.letters)) as Letter[],
        write: (letters) => {
          stored.letters = JSON.parse(JSON.stringify(letters)) as Letter[]
        },
      }),
      deliver,
      now: () => 0,
    })
  return { stored, server, sky, open }
}

describe('what waits to be sent', () => {
  it('is left to the page that holds its photos, unmarked; refused only when its writer presses', async () => {
    const { stored, server, open } = stage()
    const photos = { photoIds: [{ id: 'p1', file: 'blob:1' }] }
    const box = open((one) => Object.keys(one.photos).length === 0)
    box.put(letter('a', { photos, life: 'another page' }))
    box.put(letter('b'))
    expect(await box.sendAll()).toBe(true)
    expect(server.effects).toEqual(['b'])
    expect(stored.letters).toEqual([letter('a', { photos, life: 'another page' })])
    await box.send('a')
    expect(server.effects).toEqual(['b', 'a'])
  })

  it('leaves the box when it has arrived, with its answer', async () => {
    const { stored, open } = stage()
    const box = open()
    box.put(letter('a'))
    expect(await box.send('a')).toEqual({ state: 'arrived', answer: { key: 'a' } })
    expect(stored.letters).toEqual([])
  })

  it('stays without a network, and goes out in its order as soon as there is one', async () => {
    const { server, sky, open } = stage()
    const box = open()
    sky.weather = 'offline'
    box.put(letter('a'))
    box.put(letter('b'))
    expect(await box.sendAll()).toBe(false)
    sky.weather = 'fine'
    expect(await box.sendAll()).toBe(true)
    expect(server.effects).toEqual(['a', 'b'])
  })

  it('waits for its writer once the server said no, with the reason; what stands behind it goes on', async () => {
    const { server, stored, sky, open } = stage()
    const box = open()
    sky.weather = 'refuses'
    box.put(letter('a'))
    await box.sendAll()
    sky.weather = 'fine'
    box.put(letter('b'))
    await box.sendAll()
    expect(server.effects).toEqual(['b'])
    expect(stored.letters).toMatchObject([{ key: 'a', refused: '写得太长了' }])
  })

  it('is not held up by one over which the server stumbles, but waits while it says: not so fast', async () => {
    const { server, sky, open } = stage()
    const box = open()
    box.put(letter('a'))
    box.put(letter('b'))
    sky.weather = 'stumbles'
    expect(await box.sendAll()).toBe(false)
    expect(box.list().map(({ triedAt }) => triedAt)).toEqual([1, 1])
    sky.weather = 'busy'
    expect(await box.sendAll()).toBe(false)
    expect(box.list().every(({ refused }) => refused === undefined)).toBe(true)
    expect(server.effects).toEqual([])
  })

  it('too old, does not go out by itself: nobody knows whether the server has it', async () => {
    const { server, open } = stage()
    const box = open()
    box.put(letter('a', { writtenAt: -20 * 86_400_000 }))
    await box.sendAll()
    expect(server.effects).toEqual([])
    expect(box.list()).toHaveLength(1)
  })

  it('can be taken back, but not while it is on its way', async () => {
    const { open } = stage()
    const box = open()
    box.put(letter('a'))
    const sending = box.send('a')
    expect(box.take('a')).toBeUndefined()
    await sending
    box.put(letter('b'))
    expect(box.take('b')?.key).toBe('b')
    expect(await box.send('b')).toEqual({ state: 'gone' })
  })

  it('is refused when the box is full, rather than lost', () => {
    const { open } = stage()
    const box = open()
    for (let number = 0; number < MOST_LETTERS; number += 1) expect(box.put(letter(`${number}`))).toBe(true)
    expect(box.put(letter('one more'))).toBe(false)
  })

  it('an error that nobody foresaw is no refusal: it is kept', async () => {
    const { stored } = stage()
    const box = createOutbox({
      shelf: () => ({ read: () => stored.letters, write: (all) => void (stored.letters = all) }),
      deliver: () => Promise.reject(new TypeError('x is undefined')),
      now: () => 0,
    })
    box.put(letter('a'))
    expect(await box.send('a')).toMatchObject({ state: 'waiting' })
    expect(stored.letters[0]?.refused).toBeUndefined()
    expect(new ReadableError('').outcomeUnknown).toBe(false)
  })
})

type Step =
  { do: 'put' } | { do: 'send all' } | { do: 'press'; which: number } | { do: 'kill' } | { do: Weather }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>({ do: 'put' }),
  fc.constant<Step>({ do: 'send all' }),
  fc.nat(5).map((which): Step => ({ do: 'press', which })),
  fc.constant<Step>({ do: 'kill' }),
  fc
    .constantFrom<Weather>('fine', 'offline', 'answer lost', 'refuses', 'stumbles', 'busy')
    .map((weather): Step => ({ do: weather })),
)

describe('whatever phone, network and server do', () => {
  it('each thing happens once at most, and none is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { server, stored, sky, open } = stage()
        let box = open()
        const written: string[] = []
        for (const one of steps) {
          if (one.do === 'put') {
            const key = `k${written.length}`
            written.push(key)
            box.put(letter(key))
          } else if (one.do === 'send all') await box.sendAll()
          else if (one.do === 'press') {
            const key = written[one.which]
            // Killed half-way: nobody waits for the end, and the app begins anew with what is stored.
            if (key !== undefined) void box.send(key)
          } else if (one.do === 'kill') box = open()
          else sky.weather = one.do
        }
        await new Promise((resolve) => setTimeout(resolve))
        expect(new Set(server.effects).size).toBe(server.effects.length)
        const kept = stored.letters.map(({ key }) => key)
        for (const key of written) expect(server.done.has(key) || kept.includes(key)).toBe(true)
        // In good weather everything arrives that the server takes.
        sky.weather = 'fine'
        box = open()
        for (const key of kept) box.patch(key, { refused: undefined })
        await box.sendAll()
        expect(stored.letters).toEqual([])
        expect([...server.effects].sort()).toEqual([...written].sort())
      }),
      { numRuns: 150 },
    )
  })
})
