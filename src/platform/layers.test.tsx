import { act, render, renderHook, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Screen } from '@/components/Screen'
import { person, phone } from '../../tests/taro/taro'
import { confirm } from './feedback'
import { useModalFocus } from './focus'
import { useKeys } from './keys'
import { goTo, pageShown } from './navigation'

beforeEach(pageShown)

describe('what lies over the page', () => {
  it('is put away by Escape one after the other, the topmost first', async () => {
    const put: string[] = []
    const lower = renderHook(({ open }) => useModalFocus(open, 'lower', () => put.push('lower')), {
      initialProps: { open: true },
    })
    const upper = renderHook(() => useModalFocus(true, 'upper', () => put.push('upper')))
    await userEvent.keyboard('{Escape}')
    expect(put).toEqual(['upper'])
    upper.unmount()
    await userEvent.keyboard('{Escape}')
    expect(put).toEqual(['upper', 'lower'])
    lower.rerender({ open: false })
    await userEvent.keyboard('{Escape}')
    expect(put).toHaveLength(2)
  })

  it('takes the focus however late it is drawn, and gives it back', async () => {
    const Layer = ({ open, drawn }: { open: boolean; drawn: boolean }) => {
      useModalFocus(open, 'late', () => undefined)
      return (
        <>
          <button>打开</button>
          <div id="late">{drawn && <div tabIndex={0}>关上</div>}</div>
        </>
      )
    }
    const { rerender } = render(<Layer open={false} drawn={false} />)
    const opener = screen.getByText('打开')
    opener.focus()
    rerender(<Layer open drawn={false} />)
    await act(() => new Promise((resolve) => setTimeout(resolve, 200)))
    expect(document.activeElement).toBe(opener)
    rerender(<Layer open drawn />)
    await waitFor(() => expect(document.activeElement).toBe(screen.getByText('关上')))
    rerender(<Layer open={false} drawn />)
    expect(document.activeElement).toBe(opener)
  })

  it('takes the focus once more that is lost while it comes in', async () => {
    const Layer = () => {
      useModalFocus(true, 'coming', () => undefined)
      return (
        <div id="coming">
          <div tabIndex={0}>关上</div>
        </div>
      )
    }
    render(<Layer />)
    const close = screen.getByText('关上')
    await waitFor(() => expect(document.activeElement).toBe(close))
    close.blur()
    expect(document.activeElement).toBe(document.body)
    await waitFor(() => expect(document.activeElement).toBe(close))
  })

  it('a question, goes with the page that asked it', async () => {
    const page = render(<Screen title="一页">{null}</Screen>)
    let answered: boolean | undefined
    act(() => void confirm({ title: '删掉吗？', yes: '删掉' }).then((yes) => (answered = yes)))
    expect(await screen.findByText('删掉吗？')).toBeTruthy()
    page.unmount()
    render(<Screen title="另一页">{null}</Screen>)
    await act(async () => undefined)
    expect(answered).toBe(false)
    expect(screen.queryByText('删掉吗？')).toBeNull()
  })
})

it('keys rest on a page that lies below another', async () => {
  const step = jest.fn()
  renderHook(() => useKeys({ j: step }))
  await userEvent.keyboard('j')
  act(person.leavesPage)
  await userEvent.keyboard('j')
  expect(step).toHaveBeenCalledTimes(1)
  act(person.comesBack)
  await userEvent.keyboard('j')
  expect(step).toHaveBeenCalledTimes(2)
})

describe('opening a page', () => {
  it('by two taps opens it once', () => {
    goTo('a')
    goTo('a')
    goTo('b')
    expect(phone.moves).toEqual(['navigateTo /a', 'navigateTo /b'])
  })

  it('again is meant once a page has come into view', () => {
    goTo('a')
    pageShown()
    goTo('a')
    expect(phone.moves).toHaveLength(2)
  })
})
