import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { CHAIN_KINDS, CHAIN_LABELS } from '#core/chain'
import { COMMUNITY } from '../../../tests/taro/people'
import { phone } from '../../../tests/taro/taro'
import { ChainCard } from '.'

const wish = { kind: 'wish', id: 'w1', title: '楼下有个地方坐坐' } as const
const round = { kind: 'round', id: 'r1', title: '空地怎么用' } as const

it('leads to what a thing came from and to what became of it, each under its heading', async () => {
  render(<ChainCard communityId={COMMUNITY} chain={{ from: [wish], to: [round] }} />)
  expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
    '从哪里来',
    '后来怎样',
  ])
  await userEvent.click(screen.getByRole('button', { name: /空地怎么用/ }))
  expect(phone.moves).toEqual([
    `navigateTo /features/rounds/pages/detail/index?communityId=${COMMUNITY}&roundId=r1`,
  ])
})

it('knows the way to every kind of link, and says what it is', async () => {
  const links = CHAIN_KINDS.map((kind) => ({ kind, id: `id of ${kind}`, title: `题目 ${kind}` }))
  render(<ChainCard communityId={COMMUNITY} chain={{ from: links, to: [] }} />)
  for (const { kind, title } of links) {
    expect(screen.getByText(CHAIN_LABELS[kind])).toBeTruthy()
    await userEvent.click(screen.getByText(title))
  }
  expect(phone.moves).toHaveLength(CHAIN_KINDS.length)
})

it('leads to a session through its round', async () => {
  const session = { kind: 'session', id: 's1', title: '11月21日 10:00 楼前', roundId: 'r1' } as const
  render(<ChainCard communityId={COMMUNITY} chain={{ from: [], to: [session] }} />)
  await userEvent.click(screen.getByText(session.title))
  expect(phone.moves).toEqual([
    `navigateTo /features/rounds/pages/session/index?communityId=${COMMUNITY}&roundId=r1&sessionId=s1`,
  ])
})

it('says nothing where there is nothing, or nothing for this reader', () => {
  const { container } = render(<ChainCard communityId={COMMUNITY} chain={{ from: [], to: [] }} />)
  expect(container.textContent).toBe('')
})

it('goes on showing what it knows when an act answers without it', () => {
  const { rerender } = render(<ChainCard communityId={COMMUNITY} chain={{ from: [wish], to: [] }} />)
  rerender(<ChainCard communityId={COMMUNITY} chain={undefined} />)
  expect(screen.getByText(wish.title)).toBeTruthy()
})
