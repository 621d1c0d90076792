import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { member, ORGANISATION, organisation, standing } from '../../../../../tests/taro/organisations'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import OrganisationPage from '.'

const ONE = `/communities/${COMMUNITY}/organisations/${ORGANISATION}`
const page = (items: unknown[]) => ({ items, nextCursor: null })
const press = async (words: string) => userEvent.click(await screen.findByText(words))
const yes = async (name: string) => {
  const dialog = await screen.findByRole('alertdialog', { name })
  await userEvent.click(dialog.querySelector('.btn--primary') as Element)
}
const send = async (name: string) => {
  const sheet = await screen.findByRole('dialog', { name })
  await userEvent.click(sheet.querySelector('.btn--primary') as Element)
}

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, organisationId: ORGANISATION }
})

describe('an organisation', () => {
  it('says what it does, and takes a request to join', async () => {
    const asked = serve({
      [`GET ${ONE}`]: organisation(),
      [`POST ${ONE}/members`]: organisation({
        mayAsk: false,
        standing: standing({ state: 'asked', acts: ['withdraw'] }),
      }),
    })
    render(<OrganisationPage />)
    expect(await screen.findByText('周末帮老人跑腿')).toBeTruthy()
    expect(screen.getByText('志愿队')).toBeTruthy()
    await press('我想加入')
    await send('我想加入')
    expect(await screen.findByText('等负责人回话')).toBeTruthy()
    expect(writes(asked)[0]?.body).toEqual({ note: '' })
    expect(screen.queryByRole('button', { name: '我想加入' })).toBeNull()
  })

  it('shows who is in it to nobody but leads and staff', async () => {
    const asked = serve({ [`GET ${ONE}`]: organisation({ standing: standing(), mayAsk: false }) })
    render(<OrganisationPage />)
    expect(await screen.findByText('是成员')).toBeTruthy()
    expect(screen.queryByText('在里面的')).toBeNull()
    expect(asked.map(({ path }) => path)).not.toContain(`${ONE}/members`)
  })

  it('is left after one question', async () => {
    let mine = standing()
    const asked = serve({
      [`GET ${ONE}`]: () => organisation({ mayAsk: false, standing: mine }),
      [`POST ${ONE}/members/p1/acts`]: () => {
        mine = standing({ state: 'left', acts: [] })
        return member({ mine: true, state: 'left', acts: [] })
      },
    })
    render(<OrganisationPage />)
    await press('退出')
    await yes('要退出吗？')
    expect(await screen.findByText('退出了')).toBeTruthy()
    expect(writes(asked)[0]?.body).toEqual({ act: 'leave' })
  })

  it('tells its last lead what to do before leaving', async () => {
    serve({
      [`GET ${ONE}`]: organisation({ mayAsk: false, standing: standing({ state: 'lead' }) }),
      [`POST ${ONE}/members/p1/acts`]: new Refusal(
        409,
        'ORGANISATION_LAST_LEAD',
        '只剩一位负责人了，请先请一位成员来负责',
      ),
    })
    render(<OrganisationPage />)
    await press('退出')
    await yes('要退出吗？')
    expect((await screen.findByRole('alert')).textContent).toMatch('请先请一位成员来负责')
  })

  it('says why it ended, and tries again after a bad network', async () => {
    let network: unknown = OFFLINE
    serve({ [`GET ${ONE}`]: () => network })
    render(<OrganisationPage />)
    expect(await screen.findByText('没打开这个互助组织')).toBeTruthy()
    network = organisation({ state: 'ended', endedReason: '人都搬走了', mayAsk: false })
    await press('再试一次')
    expect(await screen.findByText('人都搬走了')).toBeTruthy()
  })
})

describe('its leads', () => {
  const led = () => organisation({ mayAsk: false, seesMembers: true, standing: standing({ state: 'lead' }) })

  it('see who asks and with which words, and let them in', async () => {
    const asked = serve({
      [`GET ${ONE}`]: led(),
      [`GET ${ONE}/members`]: page([member()]),
      [`POST ${ONE}/members/p2/acts`]: member({ state: 'member', acts: ['make_lead', 'remove'] }),
    })
    render(<OrganisationPage />)
    expect(await screen.findByText('我是三号楼的，周末有空')).toBeTruthy()
    await press('欢迎加入')
    await yes('请小林加入？')
    expect(await screen.findByText('是成员')).toBeTruthy()
    expect(writes(asked)[0]?.body).toEqual({ act: 'confirm' })
  })

  it('say why not, in a sentence', async () => {
    const asked = serve({
      [`GET ${ONE}`]: led(),
      [`GET ${ONE}/members`]: page([member()]),
      [`POST ${ONE}/members/p2/acts`]: member({ state: 'refused', reason: '人满了', acts: [] }),
    })
    render(<OrganisationPage />)
    await press('这次不行')
    await send('这次不行')
    expect(screen.getByText('请写一句为什么，让对方明白')).toBeTruthy()
    await userEvent.type(screen.getByRole('textbox', { name: '为什么' }), '人满了')
    await send('这次不行')
    expect(await screen.findByText('没有通过')).toBeTruthy()
    expect(writes(asked)[0]?.body).toEqual({ act: 'refuse', reason: '人满了' })
  })

  it('see who is in it, and learn what comes where nobody waits', async () => {
    const inside = [
      member({ state: 'member', acts: ['make_lead', 'remove'] }),
      member({ memberId: 'p1', mine: true, state: 'lead', acts: ['leave'] }),
    ]
    serve({
      [`GET ${ONE}`]: led(),
      [`GET ${ONE}/members`]: ({ query }) => page(query.list === 'inside' ? inside : []),
    })
    render(<OrganisationPage />)
    expect(await screen.findByText('现在没有人等您回话')).toBeTruthy()
    await press('在里面的')
    expect(await screen.findByText('请来负责')).toBeTruthy()
    // One’s own part stands at the top of the page only.
    expect(screen.getAllByText('退出')).toHaveLength(1)
  })
})

describe('the community’s staff', () => {
  const forStaff = () => organisation({ seesMembers: true, acts: ['name_lead', 'end'] })

  it('name another lead by the code they are told', async () => {
    const asked = serve({
      [`GET ${ONE}`]: forStaff(),
      [`GET ${ONE}/members`]: page([]),
      [`POST ${ONE}/leads`]: forStaff(),
    })
    render(<OrganisationPage />)
    await press('请一位新的负责人')
    await send('请一位新的负责人')
    expect(screen.getByText('请把编号填上')).toBeTruthy()
    await userEvent.type(screen.getByRole('textbox', { name: /对方的编号/ }), 'N6NN FFP4 0RXZ')
    await send('请一位新的负责人')
    expect(writes(asked)[0]?.body).toEqual({ personCode: 'N6NNFFP40RXZ' })
  })

  it('end it, and say why', async () => {
    const asked = serve({
      [`GET ${ONE}`]: forStaff(),
      [`GET ${ONE}/members`]: page([]),
      [`POST ${ONE}/ending`]: organisation({
        state: 'ended',
        endedReason: '关门了',
        mayAsk: false,
        seesMembers: true,
      }),
    })
    render(<OrganisationPage />)
    await press('不再办了')
    await userEvent.type(await screen.findByRole('textbox', { name: '为什么不再办' }), '关门了')
    await send('不再办了')
    expect(await screen.findByText('关门了')).toBeTruthy()
    expect(writes(asked)[0]?.body).toEqual({ reason: '关门了' })
  })
})
