import { fontSizes } from './appearance'

describe("WeChat's font size", () => {
  it('changes nothing at the usual size', () => {
    expect(fontSizes(false, 1)).toBeUndefined()
  })

  it('raises running text to 30 px at most, in care mode too', () => {
    expect(fontSizes(false, 1.5)).toMatchObject({ '--fs-body': '26px', '--fs-small': '23px' })
    expect(fontSizes(true, 2)).toMatchObject({
      '--fs-body': '30px',
      '--fs-small': '30px',
      '--fs-title': '34px',
    })
  })

  it('never makes text smaller than designed', () => {
    expect(fontSizes(false, 0.8)).toMatchObject({ '--fs-body': '17px', '--fs-small': '15px' })
  })

  it('leaves the tab bar alone', () => {
    expect(fontSizes(true, 2)).not.toHaveProperty('--fs-tab')
  })
})
