import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { canvas, installCanvas, painted } from '../../../../tests/taro/canvas'
import { serve } from '../../../../tests/taro/server'
import { phone } from '../../../../tests/taro/taro'
import { Feedback } from '@/components/Feedback'
import { PhotoPicker, usePhotos } from '..'

installCanvas()

function Form() {
  const photos = usePhotos({ communityId: '01a1ffec-8614-703c-8e1d-8d2c3d275ffb' })
  return (
    <>
      <PhotoPicker photos={photos} />
      <Feedback />
    </>
  )
}

const takesPhotos = () => ({ 'POST /communities/*/photos': { photoId: 'one', thumbUrl: '/api/one' } })

beforeEach(() => {
  phone.chooses = ['blob:door']
})

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const choose = () => press('拍一张')

describe('covering', () => {
  const stage = () => screen.getByRole('img', { name: '照片，用手指涂要遮的地方' })
  const paint = async (from: [number, number], to: [number, number]) => {
    stage().getBoundingClientRect = () => ({ left: 0, top: 0, width: 200, height: 100 }) as DOMRect
    const at = ([clientX, clientY]: [number, number]) => ({ clientX, clientY, bubbles: true })
    await act(async () => {
      stage().dispatchEvent(new MouseEvent('mousedown', at(from)))
      document.dispatchEvent(new MouseEvent('mousemove', at(to)))
      document.dispatchEvent(new MouseEvent('mouseup', at(to)))
    })
  }

  it('by a stroke covers what it went over; what goes up is the covered one', async () => {
    const asked = serve(takesPhotos())
    render(<Form />)
    await choose()
    await screen.findByText('按格子遮')
    await paint([20, 20], [120, 60])
    expect(painted.filter((what) => what === 'rgb(120, 120, 120)').length).toBeGreaterThan(20)
    await press('遮好了')
    expect(asked.map(({ body }) => body)).toEqual([{ filePath: expect.stringMatching(/^blob:covered/) }])
  })

  it('is taken back stroke by stroke', async () => {
    render(<Form />)
    await choose()
    await screen.findByText('按格子遮')
    await paint([20, 20], [30, 20])
    await paint([150, 80], [160, 80])
    painted.length = 0
    await press('撤一步')
    expect(painted[0]).toBe('photo')
    expect(painted.length).toBeGreaterThan(1)
    painted.length = 0
    await press('撤一步')
    expect(painted).toEqual(['photo'])
    expect(screen.queryByRole('button', { name: '撤一步' })).toBeNull()
    expect(screen.getByRole('button', { name: '不用遮' })).toBeTruthy()
  })

  it('is done without a finger, by twelve buttons', async () => {
    render(<Form />)
    await choose()
    await screen.findByText('按格子遮')
    await press('按格子遮')
    const parts = screen.getAllByRole('button', { name: /^遮第 \d 行第 \d 格$/ })
    expect(parts).toHaveLength(12)
    await userEvent.click(parts[5] as HTMLElement)
    expect(painted.length).toBeGreaterThan(20)
    expect(screen.getByRole('button', { name: '遮好了' })).toBeTruthy()
  })

  it('is not possible for what cannot be opened: it says so, and the photo may go as it is', async () => {
    const asked = serve(takesPhotos())
    canvas.picture = undefined
    render(<Form />)
    await choose()
    expect(await screen.findByText(/打不开，不能遮/)).toBeTruthy()
    await press('直接用')
    expect(asked.map(({ body }) => body)).toEqual([{ filePath: 'blob:door' }])
  })

  it('that could not be saved never sends the photo uncovered', async () => {
    const asked = serve(takesPhotos())
    render(<Form />)
    await choose()
    await screen.findByText('按格子遮')
    await paint([20, 20], [30, 20])
    const { toBlob } = HTMLCanvasElement.prototype
    HTMLCanvasElement.prototype.toBlob = (taken: BlobCallback) => taken(null)
    await press('遮好了')
    HTMLCanvasElement.prototype.toBlob = toBlob
    expect(await screen.findByText('没遮成，请再点一次；还不行就不要这张。')).toBeTruthy()
    expect(within(screen.getByRole('dialog')).getByText('遮好了')).toBeTruthy()
    expect(asked).toEqual([])
  })

  it('is put away with Escape', async () => {
    render(<Form />)
    await choose()
    await screen.findByRole('dialog')
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
