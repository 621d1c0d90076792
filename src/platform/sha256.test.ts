import { nodeSha256 } from '../../tests/taro/bulletins'

/** As a browser or WeChat loads it, which have no Node. */
function ofPhone(): (text: string) => string {
  let loaded: ((text: string) => string) | undefined
  jest.isolateModules(() => {
    jest.doMock('js-sha256', () => jest.requireActual<object>('js-sha256/build/sha256.cjs'))
    loaded = jest.requireActual<{ sha256: (text: string) => string }>('./sha256').sha256
  })
  if (!loaded) throw new Error('not loaded')
  return loaded
}

it.each([
  '',
  'abc',
  '表决：同意',
  '𠮷野家 👍',
  'x'.repeat(55),
  'x'.repeat(56),
  'x'.repeat(64),
  '楼'.repeat(5000),
])('agrees with the server about %#', (text) => {
  expect(ofPhone()(text)).toBe(nodeSha256(text))
})
