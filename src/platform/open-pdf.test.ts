import { phone } from '../../tests/taro/taro'
import { openPdf } from './open-pdf'

const PATH = '/api/communities/c/door-sheets/word'

/** The same file as it is built for WeChat. */
function forWeapp(): typeof openPdf {
  let built: typeof openPdf | undefined
  jest.isolateModules(() => {
    jest.doMock('./device', () => ({ isWeapp: true }))
    built = (jest.requireActual('./open-pdf') as { openPdf: typeof openPdf }).openPdf
  })
  return built as typeof openPdf
}

afterEach(() => jest.restoreAllMocks())

it('on the site it opens in a tab of its own', async () => {
  const open = jest.spyOn(window, 'open').mockReturnValue(window)
  expect(await openPdf(PATH)).toBe(true)
  expect(open).toHaveBeenCalledWith(PATH, '_blank')
})

describe('in WeChat', () => {
  const open = forWeapp()
  const answering = (network: typeof phone.network) => {
    phone.network = network
    return open(PATH)
  }

  it('it is fetched and opened as a PDF', async () => {
    expect(await answering(() => Promise.resolve({ statusCode: 200, data: '' }))).toBe(true)
    expect(phone.moves).toEqual([expect.stringMatching(/^open pdf wxfile:.*door-sheets\/word$/)])
  })

  it('no page of an error is opened as one, and a bad network is said', async () => {
    expect(await answering(() => Promise.resolve({ statusCode: 404, data: '{}' }))).toBe(false)
    expect(await answering(() => Promise.reject(new Error('downloadFile:fail')))).toBe(false)
    expect(phone.moves).toEqual([])
  })
})
