import { useEffect } from 'react'
import {
  applyImportEndpoint,
  listImportProblemsEndpoint,
  readImportEndpoint,
  type ImportView,
} from '#core/imports'
import { useLoad } from '@/hooks/useLoad'
import { usePaged } from '@/hooks/usePaged'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { useReachEnd } from '@/platform/page'

/** How often it is asked how far it is, in milliseconds. */
const ASK_EVERY_MS = 2_000

const isUnderWay = ({ state }: ImportView) => state === 'checking' || state === 'applying'

/** One import: how far it is, as long as somebody looks, and doing it. */
export function useImport(communityId: string, importId: string) {
  const params = { communityId, importId }
  const state = useLoad(() => callEndpoint(readImportEndpoint, { params }), [communityId, importId])
  const view = state.status === 'ready' ? state.data : undefined
  const { refresh } = state
  useEffect(() => {
    if (!view || !isUnderWay(view)) return undefined
    let asking: ReturnType<typeof setTimeout>
    // What did not get through is asked once more: nothing else would.
    const ask = async () => {
      if (!(await refresh())) asking = setTimeout(() => void ask(), ASK_EVERY_MS)
    }
    asking = setTimeout(() => void ask(), ASK_EVERY_MS)
    return () => clearTimeout(asking)
  }, [view, refresh])
  const { submit, busy, failure } = useSubmit(
    (_: undefined, key) => callEndpoint(applyImportEndpoint, { params, body: { act: 'apply' }, key }),
    state.replace,
  )
  return { state, apply: () => void submit(undefined), busy, failure }
}

/** What is wrong with it, page by page. */
export function useProblems(communityId: string, importId: string) {
  const params = { communityId, importId }
  const paged = usePaged(
    (cursor) => callEndpoint(listImportProblemsEndpoint, { params, query: { cursor } }),
    [communityId, importId],
  )
  useReachEnd(paged.more.load)
  return paged
}
