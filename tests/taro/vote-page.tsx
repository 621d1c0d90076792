import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { VoteView } from '#core/votes'
import VotePage from '../../src/features/votes/pages/detail'
import { serve } from './server'

export const READ_VOTE = 'GET /communities/*/votes/*'
export const ACT_ON_VOTE = 'POST /communities/*/votes/*/acts'
export const CAST = 'POST /communities/*/votes/*/ballots'
export const CEDE = 'DELETE /communities/*/votes/*/ballots/*'

/** Opens the page of a vote as the server presents it to the reader. */
export async function openVote(view: VoteView, answers: Record<string, unknown> = {}) {
  const asked = serve({ [READ_VOTE]: view, ...answers })
  render(<VotePage />)
  await screen.findByText('表决的内容')
  return asked
}

export const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
export const dialog = (name: string) => screen.findByRole('dialog', { name })
/** The button at the end of the sheet that is open. */
export const sendIn = async (name: string) =>
  userEvent.click((await dialog(name)).querySelector('.sheet__acts .btn--primary') as Element)
