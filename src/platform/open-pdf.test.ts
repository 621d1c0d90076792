import type { phone as Phone } from '../../tests/taro/taro'
import { openPdf } from './open-pdf'

const PATH = '/api/communities/c/door-sheets/word'

/** The same file as it is built for WeChat, with the phone it runs on. */
function forWeapp() {
  let built: { openPdf: typeof openPdf; phone: typeof Phone } | undefined
  jest.isolateModules(() => {
    jest.doMock('./device', () => ({ isWeapp: true }))
    const { phone } = jest.requireActual<{ phone: typeof Phone }>('../../tests/taro/taro')
    built = { ...jest.requireActual<{ openPdf: typeof openPdf }>('./open-pdf'), phone }
  })
  if (!built) throw new Error('not built')
  return built
}

afterEach(() => jest.restoreAllMocks())

it('on the site it opens in a tab of its own', async () => {
  const open = jest.spyOn(window, 'open').mockReturnValue(window)
  expect(await openPdf(PATH)).toBe(true)
  expect(open).toHaveBeenCalledWith(PATH, '_blank')
})

describe('in WeChat', () => {
  let weapp: ReturnType<typeof forWeapp>
  beforeEach(() => {
    weapp = forWeapp()
  })
  const answering = (network: typeof Phone.network) => {
    weapp.phone.network = network
    return weapp.openPdf(PATH)
  }

  it('it is fetched and opened as a PDF', async () => {
    expect(await answering(() => Promise.resolve({ statusCode: 200, data: '' }))).toBe(true)
    expect(weapp.phone.moves).toEqual([expect.stringMatching(/^open pdf wxfile:.*door-sheets\/word$/)])
  })

  it('no page of an error is opened as one, and a bad network is said', async () => {
    expect(await answering(() => Promise.resolve({ statusCode: 404, data: '{}' }))).toBe(false)
    expect(await answering(() => Promise.reject(new Error('downloadFile:fail')))).toBe(false)
    expect(weapp.phone.moves).toEqual([])
  })
})
