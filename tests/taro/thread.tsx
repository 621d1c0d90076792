import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Feedback } from '@/components/Feedback'
import { Thread } from '@/parts/threads'
import { MATTER } from './matters'
import { COMMUNITY } from './people'
import type { Asked } from './server'

export const PATH = `/communities/${COMMUNITY}/threads/matter/${MATTER}`
export const LIST = `GET ${PATH}/posts`
export const SAY = `POST ${PATH}/posts`
export const REPORT = `POST /communities/${COMMUNITY}/reports`
export const ofPost = (method: string, act = '') => `${method} /communities/${COMMUNITY}/posts/p1${act}`

export const draw = () =>
  render(
    <>
      <Thread address={{ communityId: COMMUNITY, subjectKind: 'matter', subjectId: MATTER }} isPublic />
      <Feedback />
    </>,
  )
export const press = async (words: string) => userEvent.click(await screen.findByText(words))
export const pressNamed = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
export const sheet = (name: string) => screen.findByRole('dialog', { name })
export const sendIn = async (name: string) =>
  userEvent.click((await sheet(name)).querySelector('.sheet__acts .btn--primary') as Element)
export const write = async (words: string) =>
  userEvent.type(await screen.findByRole('textbox', { name: /您想说什么/ }), words)
export const sent = (asked: Asked[], method = 'POST') => asked.filter((one) => one.method === method)
