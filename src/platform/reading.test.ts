import { readMatterEndpoint } from '#core/matters'
import { readMeEndpoint } from '#core/people'
import { MATTER, matter } from '../../tests/taro/matters'
import { amei, COMMUNITY, signedIn } from '../../tests/taro/people'
import { OFFLINE, Refusal, serve } from '../../tests/taro/server'
import { phone } from '../../tests/taro/taro'
import { keepAnswer, keptAnswer } from './kept-answers'
import { startReading } from './reading'
import { endSession, startSession } from './session'

const READ = 'GET /communities/*/matters/*'
const params = { communityId: COMMUNITY, matterId: MATTER }
const DAY_MS = 86_400_000

/** Reads the matter for a page that begins to load. */
async function read() {
  const reading = startReading()
  const { title } = await reading.read(readMatterEndpoint, { params })
  return { title, keptAt: reading.keptAt() }
}
const lyingHere = () => JSON.stringify([...phone.stored])

beforeEach(() => {
  signedIn(amei())
  serve({ [READ]: matter({ title: '楼道灯不亮' }) })
})
afterEach(() => jest.useRealTimers())

describe('what was answered last', () => {
  it('is not needed as long as the server answers', async () => {
    expect(await read()).toEqual({ title: '楼道灯不亮', keptAt: undefined })
    serve({ [READ]: matter({ title: '修好了' }) })
    expect(await read()).toEqual({ title: '修好了', keptAt: undefined })
  })

  it('of who one is, is asked once by all who ask in the same moment, and again by who asks later', async () => {
    const asked = serve({ 'GET /me': amei() })
    const ask = () => startReading().read(readMeEndpoint, {})
    await Promise.all([ask(), ask()])
    expect(asked).toHaveLength(1)
    await ask()
    expect(asked).toHaveLength(2)
  })

  it.each([
    ['there is no network', OFFLINE],
    ['the server stumbles', new Refusal(503, 'SERVER_STOPPING', '服务正在重启')],
  ])('is read where %s, with when it was answered', async (_where, answer) => {
    jest.useFakeTimers({ now: 1_000, doNotFake: ['nextTick', 'setImmediate'] })
    await read()
    jest.setSystemTime(600_000)
    serve({ [READ]: answer })
    expect(await read()).toEqual({ title: '楼道灯不亮', keptAt: 1_000 })
  })

  it('is nothing on a phone that has not asked before: the page says that it did not work', async () => {
    serve({ [READ]: OFFLINE })
    await expect(read()).rejects.toThrow(/没连上网/)
  })

  it('is forgotten once the server says no', async () => {
    await read()
    serve({ [READ]: new Refusal(404, 'NOT_FOUND', '没有找到') })
    await expect(read()).rejects.toThrow('没有找到')
    serve({ [READ]: OFFLINE })
    await expect(read()).rejects.toThrow(/没连上网/)
    expect(lyingHere()).not.toMatch('楼道灯不亮')
  })

  it('is forgotten once nothing of it may stay here', async () => {
    await read()
    await startReading().read(readMatterEndpoint, { params }, () => undefined)
    expect(lyingHere()).not.toMatch('楼道灯不亮')
  })

  it('is of no use after seven days', async () => {
    jest.useFakeTimers({ now: 1_000, doNotFake: ['nextTick', 'setImmediate'] })
    await read()
    serve({ [READ]: OFFLINE })
    jest.setSystemTime(1_000 + 7 * DAY_MS)
    expect((await read()).title).toBe('楼道灯不亮')
    jest.setSystemTime(1_001 + 7 * DAY_MS)
    await expect(read()).rejects.toThrow(/没连上网/)
  })
})

describe('on a phone that several use', () => {
  it.each([
    ['signed out', () => endSession()],
    ['handed over to another one', () => startSession('token of zhou')],
    ['signed out and back in', () => (endSession(), startSession('token'))],
  ])('nothing is left of who has %s', async (_how, change) => {
    await read()
    expect(lyingHere()).toMatch('楼道灯不亮')
    change()
    expect(lyingHere()).not.toMatch('楼道灯不亮')
    serve({ [READ]: OFFLINE })
    await expect(read()).rejects.toThrow(/没连上网/)
  })

  it('an answer that arrives after the phone changed hands is not kept', async () => {
    serve({
      [READ]: () => {
        startSession('token of zhou')
        return matter({ title: '楼道灯不亮' })
      },
    })
    await read()
    serve({ [READ]: OFFLINE })
    await expect(read()).rejects.toThrow(/没连上网/)
    expect(lyingHere()).not.toMatch('楼道灯不亮')
  })

  it('nothing is kept for who is not signed in', async () => {
    endSession()
    await read()
    expect(lyingHere()).not.toMatch('楼道灯不亮')
  })
})

describe('the room for it', () => {
  const letters = (count: number) => '字'.repeat(count)
  const isHere = (name: string) => keptAnswer(name, 0) !== undefined

  it('is for what was read last: the rest makes room', () => {
    const names = Array.from({ length: 10 }, (_, index) => `page ${index}`)
    names.slice(0, 9).forEach((name) => keepAnswer(name, letters(110_000), 0))
    expect(isHere('page 0')).toBe(true)
    keepAnswer('page 9', letters(110_000), 0)
    expect(names.filter((name) => !isHere(name))).toEqual(['page 1'])
  })

  it('is not for what is too long, and then neither for what was there before', () => {
    keepAnswer('page', letters(10), 0)
    keepAnswer('page', letters(150_001), 0)
    expect(isHere('page')).toBe(false)
  })

  it('is given back by who signs out', () => {
    keepAnswer('page', letters(10), 0)
    endSession()
    expect([...phone.stored.keys()].filter((key) => key.startsWith('linli.kept'))).toEqual([])
  })

  it('is done without where the phone refuses to store', async () => {
    const { set } = phone.stored
    phone.stored.set = () => {
      throw new Error('full')
    }
    expect(await read()).toEqual({ title: '楼道灯不亮', keptAt: undefined })
    phone.stored.set = set
  })
})
