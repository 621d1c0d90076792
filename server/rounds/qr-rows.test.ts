import { pagePicture } from './qr-rows'

describe('the picture of a page', () => {
  it('is square, black and white, and holds an address that a camera opens', () => {
    const { address, picture } = pagePicture('https://linli.example.cn', 'some/page?code=1')
    expect(address).toBe('https://linli.example.cn/some/page?code=1')
    expect(picture.length).toBeGreaterThan(20)
    expect(picture.every((row) => /^[01]+$/.test(row) && row.length === picture.length)).toBe(true)
  })
})
