import { View } from '@tarojs/components'
import { act, render, screen, waitFor } from '@testing-library/react'
import { Sheet } from './index'

const sheet = (open: boolean) => (
  <Sheet open={open} title="请谁来办" onClose={() => undefined}>
    <View>第二网格</View>
  </Sheet>
)

it('is there when it is open, and gone a moment after', async () => {
  const { rerender } = render(sheet(true))
  expect(screen.getByRole('dialog', { name: '请谁来办' })).toBeTruthy()
  rerender(sheet(false))
  await waitFor(() => expect(screen.queryByText('第二网格')).toBeNull())
})

it('keeps what is in it when it is opened again before it has quite closed', async () => {
  const { rerender } = render(sheet(true))
  rerender(sheet(false))
  rerender(sheet(true))
  await act(() => new Promise((resolve) => setTimeout(resolve, 300)))
  expect(screen.getByText('第二网格')).toBeTruthy()
})
