import { CLIENT_VERSION, clientName, isTooOld, OLDEST_CLIENT } from '.'

describe('an old client', () => {
  it('is told to update as soon as its version is below the oldest one that is served', () => {
    expect(isTooOld(clientName('weapp', 2), 3)).toBe(true)
    expect(isTooOld(clientName('h5', 3), 3)).toBe(false)
    expect(isTooOld(clientName('h5', 10), 9)).toBe(false)
  })

  it.each([undefined, '', 'curl/8.5', 'weapp', 'weapp 1.2', 'WEAPP 1', 'weapp -1', ['weapp 1']])(
    'is not who says %j: it is no client of ours',
    (said) => {
      expect(isTooOld(said, 99)).toBe(false)
    },
  )

  it('is never the one of this tree', () => {
    expect(isTooOld(clientName('weapp'), OLDEST_CLIENT)).toBe(false)
    expect(CLIENT_VERSION).toBeGreaterThanOrEqual(OLDEST_CLIENT)
  })
})
