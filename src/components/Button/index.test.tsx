import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Button } from '.'

describe('a button', () => {
  it('is pressed by finger and by keyboard', async () => {
    const pressed = jest.fn()
    render(<Button onPress={pressed}>去投票</Button>)
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    await userEvent.keyboard(' ')
    await userEvent.click(screen.getByRole('button', { name: '去投票' }))
    expect(pressed).toHaveBeenCalledTimes(3)
  })

  it('says in words that it is busy, and cannot be pressed again', async () => {
    const pressed = jest.fn()
    render(
      <Button onPress={pressed} busy busyWords="正在报…">
        报给社区
      </Button>,
    )
    const button = screen.getByRole('button', { name: '正在报…' })
    await userEvent.click(button)
    expect(pressed).not.toHaveBeenCalled()
    expect(button.getAttribute('aria-busy')).toBe('true')
  })

  it('says which of equal ones is chosen', () => {
    render(
      <Button variant="equal" on onPress={() => undefined}>
        赞成
      </Button>,
    )
    expect(screen.getByRole('button', { pressed: true, name: '赞成' })).toBeTruthy()
  })
})
