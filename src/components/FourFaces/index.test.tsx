import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { LoadState } from '@/hooks/useLoad'
import { FourFaces } from '.'

const retry = jest.fn()

function faces(state: LoadState<string[]>) {
  render(
    <FourFaces
      state={state}
      skeleton={<p>骨架</p>}
      isEmpty={(list) => list.length === 0}
      empty={<p>还没有，说第一个</p>}
      errorTitle="没打开心愿"
    >
      {(list) => <p>{list.join('、')}</p>}
    </FourFaces>,
  )
}

describe('what is loaded shows one of four faces', () => {
  it('the skeleton while it loads', () => {
    faces({ status: 'loading', retry })
    expect(screen.getByText('骨架')).toBeTruthy()
  })

  it('what went wrong, and a way to try again', async () => {
    faces({ status: 'error', message: '没连上网，请看看网络，再试一次。', retry })
    expect(screen.getByText('没打开心愿')).toBeTruthy()
    expect(screen.getByText(/没连上网/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '再试一次' }))
    expect(retry).toHaveBeenCalledTimes(1)
  })

  it('that it is gone, and the way home before asking again', () => {
    faces({ status: 'error', message: '没找到，可能已经撤下了', gone: true, retry })
    const buttons = screen.getAllByRole('button').map(({ textContent }) => textContent)
    expect(buttons).toEqual(['回首页', '再试一次'])
  })

  it('what to do, when there is nothing yet', () => {
    faces({ status: 'ready', data: [], retry })
    expect(screen.getByText('还没有，说第一个')).toBeTruthy()
  })

  it('the content', () => {
    faces({ status: 'ready', data: ['换纱窗', '学手机'], retry })
    expect(screen.getByText('换纱窗、学手机')).toBeTruthy()
  })
})
