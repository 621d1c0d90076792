import { act, render, screen } from '@testing-library/react'
import { useStartAppearance } from '@/platform/appearance'
import { person, phone } from '../../../tests/taro/taro'
import { CareSwitch } from '../CareSwitch'
import { Screen } from '.'

jest.mock('@/platform/device', () => ({ isWeapp: true, useWide: () => false }))

function App() {
  useStartAppearance()
  return (
    <Screen title="我的">
      <CareSwitch />
    </Screen>
  )
}

/** The font size that everything on the page goes by, and whether it is in care mode. */
function look() {
  const root = document.querySelector<HTMLElement>('.screen')
  return { body: root?.style.getPropertyValue('--fs-body'), care: root?.classList.contains('care') }
}

const pressCare = () => act(async () => screen.getByText('关怀模式').click())

it('has more room in a wide window only where the page asks for it', () => {
  const { rerender } = render(<Screen title="大屏幕">{null}</Screen>)
  expect(document.querySelector('.screen--broad')).toBeNull()
  rerender(
    <Screen title="大屏幕" broad>
      {null}
    </Screen>,
  )
  expect(document.querySelector('.screen--broad')).not.toBeNull()
})

describe("a page and WeChat's font size", () => {
  it('keeps to the tokens at the usual size', () => {
    phone.app = { fontSizeScaleFactor: 1 }
    render(<App />)
    expect(look()).toEqual({ body: '', care: false })
  })

  it('follows it, and follows it further in care mode', async () => {
    phone.app = { fontSizeScaleFactor: 1.3 }
    render(<App />)
    expect(look()).toEqual({ body: '22px', care: false })
    await pressCare()
    expect(look()).toEqual({ body: '31px', care: true })
    await pressCare()
  })

  it('changes while the app is open, when somebody comes back from setting it', () => {
    phone.app = {}
    render(<App />)
    phone.app = { fontSizeScaleFactor: 2 }
    act(person.comesBack)
    expect(look().body).toBe('34px')
  })
})
