import Taro from '@tarojs/taro'
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

describe('a PDF on the site', () => {
  it('opens in a tab of its own', async () => {
    const open = jest.spyOn(window, 'open').mockReturnValue(window)
    expect(await openPdf(PATH)).toBe(true)
    expect(open).toHaveBeenCalledWith(PATH, '_blank')
  })
})
