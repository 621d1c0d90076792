import { tokens } from '../../tests/taro/tokens'
import { fontSizes } from './appearance'

describe("WeChat's font size", () => {
  it('changes nothing at the usual size', () => {
    expect(fontSizes(false, 1)).toBeUndefined()
  })

  it('raises running text to 30 pt (40 px) at most, in care mode too', () => {
    expect(fontSizes(false, 1.5)).toMatchObject({ '--fs-body': '26px', '--fs-small': '24px' })
    expect(fontSizes(true, 1.25)).toMatchObject({ '--fs-body': '30px', '--fs-small': '30px' })
    expect(fontSizes(true, 2)).toMatchObject({
      '--fs-body': '40px',
      '--fs-small': '40px',
      '--fs-title': '44px',
    })
  })

  it.each([
    ['without care mode', false],
    ['in care mode', true],
  ])('never makes text smaller than the tokens say, %s', (_name, care) => {
    const { usual, care: large } = tokens()
    expect(care ? large : usual).toMatchObject(fontSizes(care, 0.8) ?? {})
    expect(Object.keys(fontSizes(care, 0.8) ?? {})).toHaveLength(4)
  })

  it('leaves the tab bar alone', () => {
    expect(fontSizes(true, 2)).not.toHaveProperty('--fs-tab')
  })
})
