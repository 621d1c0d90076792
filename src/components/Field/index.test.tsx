import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { Field } from '.'

function Form({ multiline }: { multiline?: boolean }) {
  const [value, setValue] = useState('')
  const error = value ? undefined : '请写一句话'
  return (
    <Field label="什么事" value={value} onChange={setValue} error={error} multiline={multiline} required />
  )
}

describe.each([false, true])('a field (several lines: %s)', (multiline) => {
  it('has its question as name, and tells what is wrong until it is right', async () => {
    render(<Form multiline={multiline} />)
    const field = screen.getByRole('textbox', { name: '什么事' })
    expect(field.getAttribute('aria-invalid')).toBe('true')
    const described = document.getElementById(field.getAttribute('aria-describedby') ?? '')
    expect(described?.textContent).toBe('请写一句话')
    await userEvent.type(field, '灯不亮')
    expect((field as HTMLInputElement).value).toBe('灯不亮')
    expect(screen.queryByText('请写一句话')).toBeNull()
    expect(field.getAttribute('aria-invalid')).toBe('false')
  })
})
