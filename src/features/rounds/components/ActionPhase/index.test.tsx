import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { ROUTES } from '@/routes'
import { agendaView, pageOf } from '../../../../../tests/taro/agenda'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { ITEM, itemCard, itemView } from '../../../../../tests/taro/round-items'
import { OFFLINE, Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { ActionPhase } from '.'

const LIST = 'GET /communities/*/rounds/*/items'
const WRITE = 'POST /communities/*/rounds/*/items'
const ORGANISATIONS = 'GET /communities/*/organisations'
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

const refresh = jest.fn()
const neighbour = agendaView({ state: 'action' })
const convener = agendaView({ state: 'action', may: { takePart: true, convene: true, object: false } })

beforeEach(() => {
  signedIn(amei())
  refresh.mockClear()
})

function open(round: typeof neighbour, answers: Parameters<typeof serve>[0]) {
  const asked = serve(answers)
  render(<ActionPhase round={round} refresh={refresh} />)
  return asked
}

describe('the board', () => {
  it('says of each item who, until when and where it stands, and leads to its page', async () => {
    const done = itemCard({
      itemId: 'other',
      title: '画线',
      state: 'finished',
      taken: true,
      ownerName: '老吴',
    })
    open(neighbour, { [LIST]: pageOf(itemCard(), done) })
    expect(await screen.findByText('还没有人认下')).toBeTruthy()
    expect(screen.getAllByText(/日（周.）前$/)).toHaveLength(2)
    expect(screen.getByText('在办')).toBeTruthy()
    expect(screen.getByText(/老吴来办/)).toBeTruthy()
    expect(screen.getByText('办好了')).toBeTruthy()
    await press(/装两张长椅/)
    expect(phone.moves).toEqual([`navigateTo ${ROUTES.roundItem}?communityId=${COMMUNITY}&itemId=${ITEM}`])
  })

  it('says of what is late that something may be said, and blames nobody', async () => {
    open(neighbour, { [LIST]: pageOf(itemCard({ dueOn: '2020-01-01' })) })
    expect(await screen.findByText('过了说好的日子，可以说说进展')).toBeTruthy()
  })

  it('empty, tells each what is theirs to do; an error can be tried again', async () => {
    open(neighbour, { [LIST]: OFFLINE })
    expect(await screen.findByText('没打开要办的事')).toBeTruthy()
    serve({ [LIST]: pageOf() })
    await press('再试一次')
    expect(await screen.findByText(/您愿意办的，也可以记下来/)).toBeTruthy()
    open(convener, { [LIST]: pageOf() })
    expect(await screen.findByText(/谈成了什么，就记成一件件/)).toBeTruthy()
  })

  it('takes no more once the action is over', async () => {
    open(agendaView({ state: 'closed' }), { [LIST]: pageOf(itemCard()) })
    expect(await screen.findByText('装两张长椅')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '我来办一件事' })).toBeNull()
  })
})

describe('the form of an item', () => {
  const inForm = async (opener: string) => {
    await press(opener)
    return within(await screen.findByRole('dialog'))
  }
  const fill = async (form: Awaited<ReturnType<typeof inForm>>) => {
    await userEvent.type(form.getByLabelText('什么事'), '装两张长椅')
    await userEvent.type(form.getByLabelText('做到什么样算办成'), '够四个人坐')
    await userEvent.type(form.getByLabelText('哪天以前'), '2026-12-1')
  }

  it('of a neighbour takes it on at once, and asks nobody else', async () => {
    const asked = open(neighbour, { [LIST]: pageOf(), [WRITE]: itemView() })
    const form = await inForm('我来办一件事')
    expect(form.queryByText('请谁来办')).toBeNull()
    await fill(form)
    await userEvent.click(form.getByRole('button', { name: '我来办一件事' }))
    expect(writes(asked)).toMatchObject([
      { body: { title: '装两张长椅', promise: '够四个人坐', dueOn: '2026-12-01', takesOn: true } },
    ])
    expect(refresh).toHaveBeenCalled()
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('says what is missing, field by field, before anything is sent', async () => {
    const asked = open(neighbour, { [LIST]: pageOf(), [WRITE]: itemView() })
    const form = await inForm('我来办一件事')
    const send = () => userEvent.click(form.getByRole('button', { name: '我来办一件事' }))
    await send()
    expect(form.getByText('请写什么事')).toBeTruthy()
    await userEvent.type(form.getByLabelText('什么事'), '装两张长椅')
    await send()
    expect(form.getByText('请写做到什么样算办成')).toBeTruthy()
    await userEvent.type(form.getByLabelText('做到什么样算办成'), '够四个人坐')
    await userEvent.type(form.getByLabelText('哪天以前'), '下个月')
    await send()
    expect(form.getByText('请写日子，像 2026-12-01')).toBeTruthy()
    expect(writes(asked)).toEqual([])
  })

  it('of who convenes asks somebody: of an organisation, which', async () => {
    const asked = open(convener, {
      [LIST]: pageOf(),
      [WRITE]: itemView(),
      [ORGANISATIONS]: pageOf({ organisationId: 'volunteers', name: '东湖志愿队' }),
    })
    const form = await inForm('记下一件要办的事')
    await fill(form)
    await userEvent.click(form.getByRole('radio', { name: '社区里的组织' }))
    await userEvent.click(form.getByRole('button', { name: '记下一件要办的事' }))
    expect(form.getByText('请选一个组织')).toBeTruthy()
    await userEvent.click(await form.findByRole('radio', { name: '东湖志愿队' }))
    await userEvent.click(form.getByRole('button', { name: '记下一件要办的事' }))
    expect(writes(asked)).toMatchObject([
      { body: { ownerKind: 'organisation', organisationId: 'volunteers', takesOn: false } },
    ])
  })

  it('stays open with what was written where it is refused', async () => {
    const refused = new Refusal(400, 'ITEM_DUE_PAST', '请选今天以后的日子', 'dueOn')
    open(neighbour, { [LIST]: pageOf(), [WRITE]: refused })
    const form = await inForm('我来办一件事')
    await fill(form)
    await userEvent.click(form.getByRole('button', { name: '我来办一件事' }))
    expect(await form.findByText('请选今天以后的日子')).toBeTruthy()
    expect(form.getByDisplayValue('够四个人坐')).toBeTruthy()
    expect(refresh).not.toHaveBeenCalled()
  })
})
