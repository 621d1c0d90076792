import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { PhotoView } from '#core/photos'
import { PhotoPair, PhotoStrip } from '..'

let made = 0
const photo = (part: Partial<PhotoView> = {}): PhotoView => {
  made += 1
  return {
    photoId: `photo${made}`,
    moment: 'before',
    seq: 0,
    width: 1600,
    height: 1200,
    thumbUrl: `/api/thumb${made}`,
    displayUrl: `/api/display${made}`,
    mine: false,
    ...part,
  }
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const large = () => within(screen.getByRole('dialog')).getByRole('img').getAttribute('src')

describe('before and after', () => {
  it('stand side by side, with who took them', () => {
    const photos = [photo({ mine: true }), photo({ moment: 'after', seq: 4 })]
    render(<PhotoPair photos={photos} takenBy={() => '张师傅拍的'} />)
    expect(screen.getAllByText(/^修之/).map(({ textContent }) => textContent)).toEqual(['修之前', '修之后'])
    expect(screen.getByText('您拍的')).toBeTruthy()
    expect(screen.getByText('张师傅拍的')).toBeTruthy()
  })

  it('show the latest work; what was before stands below', () => {
    const first = photo({ moment: 'after', seq: 4 })
    const latest = photo({ moment: 'after', seq: 9 })
    render(<PhotoPair photos={[first, latest, photo({ moment: 'other' })]} />)
    const pictures = screen.getAllByRole('button').map((one) => one.querySelector('img')?.getAttribute('src'))
    expect(pictures[0]).toBe(latest.thumbUrl)
    expect(pictures).toHaveLength(3)
  })

  it('of several say how many there are', async () => {
    const photos = [photo(), photo(), photo()]
    render(<PhotoPair photos={photos} />)
    expect(screen.getByText('共 3 张')).toBeTruthy()
    await press('修之前，点开看')
    expect(large()).toBe(photos[0]?.displayUrl)
    await press('下一张')
    expect(large()).toBe(photos[1]?.displayUrl)
  })
})

describe('photos in a row', () => {
  it('are seen large at a press, one after the other, and put away', async () => {
    const photos = [photo({ moment: 'other' }), photo({ moment: 'other' })]
    render(<PhotoStrip photos={photos} name="回复的照片" />)
    await press('回复的照片，第 2 张，点开看')
    expect(large()).toBe(photos[1]?.displayUrl)
    expect(screen.queryByRole('button', { name: '下一张' })).toBeNull()
    await press('上一张')
    expect(large()).toBe(photos[0]?.displayUrl)
    await press('关上')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('are covered until pressed, where nobody has checked them', async () => {
    const photos = [photo(), photo()]
    const { container } = render(<PhotoStrip photos={photos} blurred />)
    expect(container.querySelectorAll('.photo__img--blurred')).toHaveLength(2)
    const [first] = screen.getAllByRole('button', { name: '修之前，先遮着，点一下再看' })
    await userEvent.click(first as HTMLElement)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(container.querySelectorAll('.photo__img--blurred')).toHaveLength(1)
    await press('修之前，第 1 张，点开看')
    expect(large()).toBe(photos[0]?.displayUrl)
    // The second is still covered: leafing does not uncover it.
    expect(screen.queryByRole('button', { name: '下一张' })).toBeNull()
  })

  it('say that one can’t be loaded', () => {
    render(<PhotoStrip photos={[photo()]} />)
    const [picture] = screen.getAllByRole('button').map((one) => one.querySelector('img'))
    fireEvent.error(picture as HTMLElement)
    expect(screen.getByText('照片打不开了')).toBeTruthy()
  })

  it('are nothing where there are none', () => {
    const { container } = render(<PhotoStrip photos={[]} />)
    expect(container.innerHTML).toBe('')
  })
})
