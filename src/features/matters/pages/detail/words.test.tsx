import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { MatterView } from '#core/matters'
import { installCanvas } from '../../../../../tests/taro/canvas'
import { deferred } from '../../../../../tests/taro/deferred'
import { MATTER, matter, photo } from '../../../../../tests/taro/matters'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { NO_POSTS } from '../../../../../tests/taro/posts'
import { OFFLINE, Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import DetailPage from '.'

installCanvas()

const READ = 'GET /communities/*/matters/*'
const ACT = 'POST /communities/*/matters/*/acts'
const UPLOAD = 'POST /communities/*/photos'
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const write = async (name: RegExp, words: string) =>
  userEvent.type(await screen.findByRole('textbox', { name }), words)

/** Until it has gone all the way down. */
async function closeSheet() {
  await press('关上')
  await act(() => new Promise((resolve) => setTimeout(resolve, 250)))
}

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, matterId: MATTER }
})

async function open(view: Partial<MatterView>, answers: Record<string, unknown> = {}) {
  const asked = serve({ [READ]: matter({ mine: false, ...view }), [ACT]: matter(), ...NO_POSTS, ...answers })
  render(<DetailPage />)
  await screen.findByText('现在在')
  return asked
}

describe('giving it back', () => {
  it('needs a reason; ground and who instead go along when they are known', async () => {
    const asked = await open({ acts: ['start', 'return'], state: 'assigned' })
    await press('退回去')
    expect(await screen.findByText('退回不算谁的错。')).toBeTruthy()
    await press('发出去')
    expect(screen.getByText('请写一句为什么，让对方明白')).toBeTruthy()
    await write(/^为什么办不了/, '主管道归供水公司')
    await write(/^依据是什么/, '供水条例')
    await write(/^该由谁办/, '供水公司')
    await press('发出去')
    expect(writes(asked)[0]?.body).toEqual({
      act: 'return',
      revision: 1,
      note: '主管道归供水公司',
      legalBasis: '供水条例',
      proposedOwner: '供水公司',
    })
  })

  it('waits behind 更多 where there is much, and takes nothing along of another act', async () => {
    const asked = await open({ acts: ['resolve', 'defer', 'escalate', 'return'], state: 'in_progress' })
    await press('先放一放')
    await press('7 天后')
    await write(/^为什么先放一放/, '配件要订')
    await closeSheet()
    expect(screen.queryByRole('button', { name: '退回去' })).toBeNull()
    await press('更多')
    await press('退回去')
    await write(/^为什么办不了/, '没有权开')
    await press('发出去')
    expect(writes(asked)[0]?.body).toEqual({ act: 'return', revision: 1, note: '没有权开' })
  })
})

describe('taking it back', () => {
  it('asks first, and says that it is no longer handled', async () => {
    const asked = await open({ acts: ['withdraw'], mine: true })
    await press('撤回')
    expect(await screen.findByText('撤回以后就不办了；进展留着，还能看。')).toBeTruthy()
    await closeSheet()
    expect(writes(asked)).toEqual([])
    await press('撤回')
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '撤回' }))
    expect(writes(asked)[0]?.body).toEqual({ act: 'withdraw', revision: 1 })
  })

  it('says that it goes on where others met it too', async () => {
    await open({ acts: ['withdraw'], mine: true, joinedHomes: 2 })
    await press('撤回')
    expect(await screen.findByText(/别的住户也遇到了，这件事接着办/)).toBeTruthy()
  })
})

describe('the result', () => {
  beforeEach(() => {
    phone.chooses = ['blob:lamp']
  })

  it('says what came of it and what was done', async () => {
    const asked = await open({ acts: ['resolve'], state: 'in_progress', revision: 4 })
    await press('办完了，写结果')
    await press('写好了')
    expect(await screen.findByText('请选一下办得怎么样')).toBeTruthy()
    await press('没能解决')
    await press('写好了')
    expect(await screen.findByText('请写一句办了什么，让大家明白')).toBeTruthy()
    await write(/^办了什么/, '要等配件')
    await press('写好了')
    expect(writes(asked)[0]?.body).toEqual({
      act: 'resolve',
      revision: 4,
      outcome: 'not_fixed',
      note: '要等配件',
      photoIds: [],
    })
  })

  it('goes with a photo', async () => {
    const asked = await open(
      { acts: ['resolve'], state: 'in_progress' },
      { [UPLOAD]: photo({ photoId: 'lamp' }) },
    )
    await press('办完了，写结果')
    await press('办好了')
    await write(/^办了什么/, '换了灯头')
    await press('拍一张')
    await press('不用遮')
    await screen.findByRole('button', { name: '再拍一张' })
    await press('写好了')
    expect(writes(asked).map(({ path }) => path.split('/').pop())).toEqual(['photos', 'acts'])
    expect(writes(asked)[1]?.body).toMatchObject({ act: 'resolve', photoIds: ['lamp'] })
  })

  it('stays, with its photo, when somebody was faster and the page is left; once sent it is gone', async () => {
    let refusing = true
    const asked = await open(
      { acts: ['resolve'], state: 'in_progress' },
      {
        [UPLOAD]: photo({ photoId: 'lamp' }),
        [ACT]: () =>
          refusing ? new Refusal(409, 'STATE_CHANGED', '刚刚有人先办了') : matter({ acts: ['resolve'] }),
      },
    )
    const again = async () => {
      cleanup()
      render(<DetailPage />)
      await press('办完了，写结果')
      return screen.findByRole('textbox', { name: /^办了什么/ })
    }
    await press('办完了，写结果')
    await press('办好了')
    await write(/^办了什么/, '换了灯头')
    await press('拍一张')
    await press('不用遮')
    await screen.findByRole('button', { name: '再拍一张' })
    await press('写好了')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(await again()).toHaveProperty('value', '换了灯头')
    expect(screen.getByRole('img', { name: '第 1 张照片' })).toBeTruthy()
    refusing = false
    await press('写好了')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(writes(asked)[2]?.body).toMatchObject({ outcome: 'fixed', note: '换了灯头', photoIds: ['lamp'] })
    expect(await again()).toHaveProperty('value', '')
    expect(screen.queryByRole('img', { name: '第 1 张照片' })).toBeNull()
  })

  it('is forgotten also when the page is left while it is sent', async () => {
    const answer = deferred<object>()
    await open({ acts: ['resolve'], state: 'in_progress' }, { [ACT]: () => answer.promise })
    await press('办完了，写结果')
    await press('办好了')
    await write(/^办了什么/, '换了灯头')
    await press('写好了')
    cleanup()
    await act(async () => answer.resolve(matter()))
    expect([...phone.stored.keys()].filter((key) => key.includes('act:'))).toEqual([])
  })

  it('waits for a photo that did not get through, and keeps what was written', async () => {
    const asked = await open({ acts: ['resolve'], state: 'in_progress' }, { [UPLOAD]: OFFLINE })
    await press('办完了，写结果')
    await press('办好了')
    await write(/^办了什么/, '换了灯头')
    await press('拍一张')
    await press('不用遮')
    await press('写好了')
    expect(await screen.findByText('有照片没传上：请点它再传一次，或拿掉它。')).toBeTruthy()
    expect(writes(asked).some(({ path }) => path.endsWith('/acts'))).toBe(false)
    expect(screen.getByRole('textbox', { name: /^办了什么/ })).toHaveProperty('value', '换了灯头')
  })
})
