import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { WishView } from '#core/wishes'
import WishPage from '../../src/features/wishes/pages/detail'
import { NO_POSTS } from './posts'
import { serve } from './server'
import { wishView } from './wishes'

export const READ = 'GET /communities/*/wishes/*'
export const ACT = 'POST /communities/*/wishes/*/acts'

/** Opens the page of a wish as the server presents it to the reader. */
export async function openWish(view: Partial<WishView>, answers: Record<string, unknown> = {}) {
  const asked = serve({ [READ]: wishView(view), ...NO_POSTS, ...answers })
  render(<WishPage />)
  await screen.findByText('现在')
  return asked
}

export const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
export const dialog = (name: string) => screen.findByRole('dialog', { name })
/** The button at the end of the sheet that is open. */
export const sendIn = async (name: string) =>
  userEvent.click((await dialog(name)).querySelector('.sheet__acts .btn--primary') as Element)
