import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { OFFLINE, writes } from '../../../../../tests/taro/server'
import { CANDIDATES } from '../../../../../tests/taro/vote-paper'
import { decideHomes, next, on, press } from '../../../../../tests/taro/vote-drafting'
import { openWizard, setWizard } from '../../../../../tests/taro/vote-wizard'

setWizard()

const NAMES = ['王敏（社区工作人员）', '陈主任（居委会）', '周书记（社区书记）', '小李（网格员）']
const candidates = {
  [CANDIDATES]: {
    items: NAMES.map((name, index) => ({ personId: `p${index + 1}`, name, role: 'community_staff' })),
  },
}

const switchOn = async () => userEvent.click(await screen.findByRole('switch', { name: /也收纸质票/ }))
const tick = async (name: RegExp) => userEvent.click(await screen.findByRole('checkbox', { name }))

describe('ballots on paper', () => {
  it('are counted by three whom the convener picks, the last in reserve', async () => {
    const asked = openWizard(candidates)
    await decideHomes()
    await switchOn()
    await tick(/^陈主任/)
    await next()
    expect(await screen.findByText('请选满三位计票人')).toBeTruthy()
    await tick(/^王敏/)
    await tick(/^小李/)
    expect(screen.getByRole('checkbox', { name: '小李（网格员），后备计票人' })).toBeTruthy()
    await tick(/^周书记/)
    expect(screen.getByRole('checkbox', { name: '周书记（社区书记）' }).getAttribute('aria-checked')).toBe(
      'false',
    )
    await next()
    await next()
    await on('看一遍，对不对')
    expect(screen.getByText(/也收纸质票，三位计票人选好了/)).toBeTruthy()
    await press('存草稿')
    expect(writes(asked)[0]?.body).toMatchObject({ tellerIds: ['p2', 'p1', 'p4'] })
  })

  it('are left out again with the switch', async () => {
    const asked = openWizard(candidates)
    await decideHomes()
    await switchOn()
    await tick(/^陈主任/)
    await switchOn()
    await next()
    await next()
    await press('存草稿')
    expect(writes(asked)[0]?.body).not.toHaveProperty('tellerIds')
  })

  it('say when the list of who may count did not load', async () => {
    openWizard({ [CANDIDATES]: OFFLINE })
    await decideHomes()
    await switchOn()
    expect(await screen.findByText('没打开能当计票人的名单')).toBeTruthy()
  })
})
