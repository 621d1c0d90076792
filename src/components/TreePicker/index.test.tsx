import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { TreePicker, type TreeItem } from '.'

const TREE: Record<string, TreeItem[]> = {
  top: [{ id: 'garden', name: '湖光苑', hasChildren: true }],
  garden: [
    { id: 'b3', name: '3号楼', hasChildren: true },
    { id: 'lift', name: '电梯', hasChildren: false },
    { id: 'wall', name: '围墙', hasChildren: false },
  ],
  b3: [],
}
const chosen = jest.fn()

type Level = { items: TreeItem[]; nextCursor?: string | null }

const levelOf = async (parentId: string | undefined): Promise<Level> => ({
  items: TREE[parentId ?? 'top'] ?? [],
})

function open(load: (parentId: string | undefined, cursor: string | undefined) => Promise<Level> = levelOf) {
  render(<TreePicker load={load} canChoose={({ id }) => id !== 'wall'} onChoose={chosen} />)
}

beforeEach(() => chosen.mockClear())

describe('picking in a tree', () => {
  it('walks down level by level, and chooses what ends a branch', async () => {
    open()
    await userEvent.click(await screen.findByRole('button', { name: '湖光苑' }))
    await userEvent.click(await screen.findByRole('button', { name: '电梯' }))
    expect(chosen).toHaveBeenCalledWith(expect.objectContaining({ id: 'lift' }), [
      expect.objectContaining({ id: 'garden' }),
      expect.objectContaining({ id: 'lift' }),
    ])
  })

  it('may stop on the way, and goes back up', async () => {
    open()
    await userEvent.click(await screen.findByRole('button', { name: '湖光苑' }))
    await userEvent.click(await screen.findByRole('button', { name: '3号楼' }))
    expect(await screen.findByText(/下面没有更小的地方了/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '回到湖光苑' }))
    await userEvent.click(await screen.findByRole('button', { name: '就选「湖光苑」' }))
    expect(chosen).toHaveBeenCalledWith(TREE.top?.[0], TREE.top)
  })

  it('shows what may not be chosen, but not as a button', async () => {
    open()
    await userEvent.click(await screen.findByRole('button', { name: '湖光苑' }))
    expect(await screen.findByText('围墙')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '围墙' })).toBeNull()
  })

  it('loads a long level page by page', async () => {
    const load = jest.fn(async (_parentId: string | undefined, cursor: string | undefined) => ({
      items: [{ id: cursor ?? '1', name: `${cursor ?? '1'}号楼`, hasChildren: false }],
      nextCursor: cursor ? null : '2',
    }))
    open(load)
    await userEvent.click(await screen.findByRole('button', { name: '看更多' }))
    await userEvent.click(await screen.findByRole('button', { name: '2号楼' }))
    expect(chosen).toHaveBeenCalledTimes(1)
  })
})
