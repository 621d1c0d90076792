import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { installCanvas } from '../../../../tests/taro/canvas'
import { afterConsent, consent, CONSENT_REQUIRED } from '../../../../tests/taro/consents'
import { deferred } from '../../../../tests/taro/deferred'
import { OFFLINE, Refusal, serve, type Asked } from '../../../../tests/taro/server'
import { phone } from '../../../../tests/taro/taro'
import { Feedback } from '@/components/Feedback'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { PhotoPicker, usePhotos, type KeptPhoto, type Photos } from '..'

installCanvas()

const COMMUNITY = '01a1ffec-8614-703c-8e1d-8d2c3d275ffb'
const UPLOAD = 'POST /communities/*/photos'
let photos: Photos
let kept: KeptPhoto[]

interface FormProps {
  communityId?: string | undefined
  draft?: KeptPhoto[]
}

function Form({ communityId = COMMUNITY, draft }: FormProps) {
  photos = usePhotos({
    communityId: communityId || undefined,
    ...(draft ? { kept: draft } : {}),
    onKept: (now) => (kept = now),
  })
  return (
    <>
      <PhotoPicker photos={photos} />
      <ConsentSheet />
      <Feedback />
    </>
  )
}

let arrivals = 0
const takesPhotos = () => ({
  [UPLOAD]: ({ body }: Asked) => {
    arrivals += 1
    const { filePath } = body as { filePath: string }
    return {
      photoId: `photo-of-${filePath}`,
      thumbUrl: `/api/communities/${COMMUNITY}/photos/thumb${arrivals}`,
    }
  },
})

beforeEach(() => {
  arrivals = 0
  kept = []
  phone.chooses = ['blob:door']
})

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const choose = async () => press(/^(拍一张|再拍一张)$/)
/** Chooses one and leaves it as it is. */
const take = async (...files: string[]) => {
  phone.chooses = files
  await choose()
  for (const _ of files) {
    await screen.findByText('按格子遮')
    await press('不用遮')
  }
}
/** How the wait for all photos ends; the screen goes on being drawn meanwhile. */
async function arrived(): Promise<string[] | string> {
  let outcome: string[] | string | undefined
  act(() => {
    photos.arrived().then(
      (ids) => (outcome = ids),
      (error: Error) => (outcome = error.message),
    )
  })
  await waitFor(() => expect(outcome).toBeDefined())
  return outcome ?? ''
}
const tiles = () => screen.queryAllByRole('img', { name: /^第 \d 张照片$/ })

it('a photo goes up by itself while the person writes on', async () => {
  const asked = serve(takesPhotos())
  render(<Form />)
  await take('blob:door')
  expect(tiles()).toHaveLength(1)
  expect(asked).toMatchObject([{ method: 'POST', path: `/communities/${COMMUNITY}/photos` }])
  expect(asked[0]?.key).toMatch(/^[0-9a-f-]{36}$/)
  expect(await arrived()).toEqual([expect.stringMatching(/^photo-of-blob:covered/)])
  expect(kept).toMatchObject([{ sent: { communityId: COMMUNITY } }])
})

it('several are looked over one after the other, and keep their order', async () => {
  serve(takesPhotos())
  render(<Form />)
  phone.chooses = ['blob:one', 'blob:two', 'blob:three']
  await choose()
  expect(await screen.findByText('第 1 张，共 3 张')).toBeTruthy()
  await press('不用遮')
  expect(await screen.findByText('第 2 张，共 3 张')).toBeTruthy()
  await press('不要这张')
  expect(await screen.findByText('第 3 张，共 3 张')).toBeTruthy()
  await press('不用遮')
  expect(tiles()).toHaveLength(2)
  expect(await arrived()).toHaveLength(2)
})

it('says how far it is, and what waits', async () => {
  const answer = deferred<object>()
  serve({ [UPLOAD]: () => answer.promise })
  render(<Form />)
  await take('blob:one', 'blob:two')
  expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(['传了 50%', '等着传']),
  )
  await act(async () => answer.resolve({ photoId: 'one', thumbUrl: '/api/one' }))
  expect(await arrived()).toEqual(['one', 'one'])
})

describe('one that could not be sent', () => {
  it('says why, and goes out again at one press, under the same key', async () => {
    let pulled = true
    const asked = serve({ [UPLOAD]: () => (pulled ? OFFLINE : { photoId: 'one', thumbUrl: '/api/one' }) })
    render(<Form />)
    await take('blob:one')
    expect(screen.getByText('没连上网，请看看网络，再试一次。')).toBeTruthy()
    pulled = false
    await press('第 1 张没传上，再传一次')
    expect(await arrived()).toEqual(['one'])
    expect(new Set(asked.map(({ key }) => key)).size).toBe(1)
  })

  it('is tried once more when the form is sent, which then says so', async () => {
    serve({ [UPLOAD]: () => new Refusal(400, 'PHOTO_BROKEN', '这张照片打不开，请再传一次，或换一张') })
    render(<Form />)
    await take('blob:one')
    expect(screen.getByText('这张照片打不开，请再传一次，或换一张')).toBeTruthy()
    expect(await arrived()).toMatch('有照片没传上')
    await press('拿掉第 1 张照片')
    expect(tiles()).toHaveLength(0)
    expect(await arrived()).toEqual([])
  })
})

describe('the first photo of somebody who has not consented', () => {
  const NOTICE = { items: [consent()] }

  it('asks, and goes up by itself once they agree', async () => {
    const { act: upload, give } = afterConsent({ photoId: 'one', thumbUrl: '/api/one' })
    serve({ [UPLOAD]: upload, 'GET /me/consents': NOTICE, 'POST /me/consents': give })
    render(<Form />)
    await take('blob:one')
    await userEvent.click(await screen.findByRole('radio', { name: '我已满 14 岁' }))
    await press('同意')
    expect(await arrived()).toEqual(['one'])
  })

  it('asks once and not for each of them, and says at the photos why they were not sent', async () => {
    const asked = serve({ [UPLOAD]: CONSENT_REQUIRED, 'GET /me/consents': NOTICE })
    render(
      <Form
        draft={[
          { id: '1', file: 'wxfile://1' },
          { id: '2', file: 'wxfile://2' },
        ]}
      />,
    )
    await userEvent.click(await screen.findByRole('button', { name: '不同意' }))
    expect(await screen.findByText('请先看一看个人信息的说明')).toBeTruthy()
    expect(screen.getAllByRole('button', { name: /没传上，再传一次/ })).toHaveLength(2)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })
})

it('nine and no more', async () => {
  serve(takesPhotos())
  const at = Date.now()
  const sent = (index: number) => ({ photoId: `${index}`, thumbUrl: '/api/x', communityId: COMMUNITY, at })
  render(<Form draft={Array.from({ length: 8 }, (_, index) => ({ id: `${index}`, sent: sent(index) }))} />)
  phone.chooses = ['blob:nine', 'blob:ten']
  await choose()
  await screen.findByText('按格子遮')
  await press('不用遮')
  expect(tiles()).toHaveLength(9)
  expect(screen.queryByRole('button', { name: '再拍一张' })).toBeNull()
  expect(screen.getByText('最多 9 张')).toBeTruthy()
})

describe('the camera', () => {
  it('that was put away leaves everything as it was', async () => {
    phone.chooses = { errMsg: 'chooseMedia:fail cancel' }
    render(<Form />)
    await choose()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.queryByText(/没能打开相机/)).toBeNull()
  })

  it('that is not allowed says what to do', async () => {
    phone.chooses = { errMsg: 'chooseMedia:fail auth deny' }
    render(<Form />)
    await choose()
    expect(await screen.findByText('没能打开相机和相册，请在手机设置里允许，再试一次。')).toBeTruthy()
  })
})

describe('a draft', () => {
  const sent = (at: number) => ({ photoId: 'old', thumbUrl: '/api/old', communityId: COMMUNITY, at })

  it('shows what was sent before', async () => {
    const asked = serve(takesPhotos())
    render(<Form draft={[{ id: '1', sent: sent(Date.now()) }]} />)
    expect(tiles()[0]?.getAttribute('src')).toBe('/api/old')
    expect(await arrived()).toEqual(['old'])
    expect(asked).toEqual([])
  })

  it('sends again what the server has forgotten meanwhile, where the phone kept it', async () => {
    const asked = serve(takesPhotos())
    const long = Date.now() - 23 * 3_600_000
    render(
      <Form
        draft={[
          { id: '1', file: 'wxfile://1', sent: sent(long) },
          { id: '2', sent: sent(long) },
        ]}
      />,
    )
    await arrived()
    expect(tiles()).toHaveLength(1)
    expect(asked.map(({ body }) => body)).toEqual([{ filePath: 'wxfile://1' }])
  })

  it('of one community is sent anew to another', async () => {
    const asked = serve(takesPhotos())
    const other = '01a1ffec-8614-703c-8e1d-000000000000'
    const { rerender } = render(<Form />)
    await take('blob:one')
    rerender(<Form communityId={other} />)
    await arrived()
    expect(asked.map(({ path }) => path)).toEqual([
      `/communities/${COMMUNITY}/photos`,
      `/communities/${other}/photos`,
    ])
    expect(new Set(asked.map(({ key }) => key)).size).toBe(2)
  })

  it('that no longer has its file here is never waited for: it is to be taken anew', async () => {
    const asked = serve(takesPhotos())
    const elsewhere = { ...sent(Date.now()), communityId: 'elsewhere' }
    render(<Form draft={[{ id: '1', sent: elsewhere }]} />)
    expect(await arrived()).toMatch('有张照片要重新拍')
    expect(screen.getByText('有张照片要重新拍：请先拿掉它，再拍一次。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /再传一次/ })).toBeNull()
    act(() => photos.retry('1'))
    expect(await arrived()).toMatch('有张照片要重新拍')
    await press('拿掉第 1 张照片')
    expect(await arrived()).toEqual([])
    expect(asked).toEqual([])
  })

  it('without a place waits, and says so when it is sent', async () => {
    const asked = serve(takesPhotos())
    render(<Form communityId="" />)
    await take('blob:one')
    expect(asked).toEqual([])
    expect(await arrived()).toMatch('请先选地方')
  })
})
