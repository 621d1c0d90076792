import { useState } from 'react'
import {
  blockAuthorEndpoint,
  deletePostEndpoint,
  takeBackThanksEndpoint,
  thankPostEndpoint,
  type PostAct,
  type PostView,
} from '#core/threads'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { confirm, toast } from '@/platform/feedback'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import type { Thread } from './useThread'
import { MENU } from './words'

export interface PostActs {
  /** The post whose menu is open. */
  menuOf?: PostView
  /** The post that is being reported. */
  reporting?: PostView
  openMenu: (post: PostView) => void
  close: () => void
  thank: (post: PostView) => void
  choose: (act: Extract<PostAct, 'put_up' | 'report' | 'block' | 'delete'>) => void
  failure?: Failure
}

interface Sent {
  act: 'thank' | 'take_back' | 'delete' | 'block'
  communityId: string
  postId: string
}

/** What a reader does to posts of others, and to their own. */
export function usePostActs(thread: Thread): PostActs {
  const [menuOf, setMenuOf] = useState<PostView>()
  const [reporting, setReporting] = useState<PostView>()
  const { submit, failure, clear } = useSubmit(send, (answer, { act }) => {
    if ('postId' in answer) thread.put(answer)
    else void thread.paged.state.refresh()
    if (act === 'delete') toast(MENU.deleted)
    if (act === 'block') toast(MENU.blocked)
  })
  const { communityId } = thread.address
  const ask = async (post: PostView, act: 'delete' | 'block') => {
    const question =
      act === 'delete'
        ? {
            title: MENU.deleteAsk,
            text: MENU.deleteText,
            yes: MENU.deleteYes,
            no: MENU.deleteNo,
            danger: true,
          }
        : { title: MENU.blockAsk, text: MENU.blockText, yes: MENU.blockYes, no: MENU.blockNo }
    if (await confirm(question)) await submit({ act, communityId, postId: post.postId })
  }
  return {
    menuOf,
    reporting,
    failure,
    openMenu: (post) => {
      clear()
      setMenuOf(post)
    },
    close: () => {
      setMenuOf(undefined)
      setReporting(undefined)
    },
    thank: ({ postId, thanked }) =>
      void submit({ act: thanked ? 'take_back' : 'thank', communityId, postId }),
    choose: (act) => {
      const post = menuOf
      setMenuOf(undefined)
      if (!post) return
      if (act === 'report') setReporting(post)
      else if (act === 'put_up') goTo(ROUTES.board, { communityId, fromKind: 'post', fromId: post.postId })
      else void ask(post, act)
    },
  }
}

function send({ act, ...params }: Sent, key: string): Promise<PostView | { done: true }> {
  switch (act) {
    case 'thank':
      return callEndpoint(thankPostEndpoint, { params, key })
    case 'take_back':
      return callEndpoint(takeBackThanksEndpoint, { params, key })
    case 'delete':
      return callEndpoint(deletePostEndpoint, { params, key })
    case 'block':
      return callEndpoint(blockAuthorEndpoint, { params, key })
  }
}
