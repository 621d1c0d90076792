import { z } from 'zod/mini'
import { endpoint, instant } from '../contract'
import { meView } from '../people'
import { ARCHIVE_STATES } from './archive'
import { WORDS_CHOICES } from './closing'

const archive = z.object({
  state: z.enum(ARCHIVE_STATES),
  askedAt: instant,
  /** Null until it is ready. */
  readyAt: z.nullable(instant),
  /** Until when it is kept. */
  endsAt: instant,
  /** Size in bytes; 0 until it is ready. */
  bytes: z.int(),
})

export const archiveView = z.object({
  archive: z.nullable(archive),
  /** From when on another one may be asked for; null: now. */
  nextAt: z.nullable(instant),
})
export type ArchiveView = z.output<typeof archiveView>

export const readArchiveEndpoint = endpoint({
  method: 'GET',
  path: '/me/archive',
  summary: '我的数据：做好了没有，存到什么时候',
  response: archiveView,
})

export const askForArchiveEndpoint = endpoint({
  method: 'POST',
  path: '/me/archive',
  summary: '要一份我的数据；做好了在消息里说',
  response: archiveView,
})

export const openArchiveEndpoint = endpoint({
  method: 'POST',
  path: '/me/archive/addresses',
  summary: '要一个十五分钟内能打开的地址',
  response: z.object({
    /** Begins with `/api` and needs no headers. */
    path: z.string(),
    until: instant,
  }),
})

export const closeAccountEndpoint = endpoint({
  method: 'POST',
  path: '/me/closing',
  summary: '注销账号：七天后真的注销，这期间再登录就算了',
  body: z.object({ words: z.enum(WORDS_CHOICES) }),
  response: meView,
})

export const keepAccountEndpoint = endpoint({
  method: 'DELETE',
  path: '/me/closing',
  summary: '不注销了',
  response: meView,
})
