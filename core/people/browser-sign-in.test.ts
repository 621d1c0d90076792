import { BROWSER_CODE_LENGTH, browserCodeIn } from './browser-sign-in'

describe('the code a browser shows to be typed on a phone', () => {
  const CODE = '7N42DGM5'

  it.each([CODE, CODE.toLowerCase(), '7N42-DGM5', ' 7n42 dgm5\u3000'])(
    'is the same typed as "%s"',
    (typed) => {
      expect(browserCodeIn(typed)).toBe(CODE)
    },
  )

  it('is short enough to type', () => {
    expect(CODE).toHaveLength(BROWSER_CODE_LENGTH)
  })
})
