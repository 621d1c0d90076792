import { useEffect, useState } from 'react'
import { listSimilarMattersEndpoint, visibilityOf, type MatterItem } from '#core/matters'
import { callEndpoint } from '@/platform/call-endpoint'
import { serviceFor, type ReportDraft } from '../../report-draft'

/** While somebody types nothing is asked; then once. */
const PAUSE_MS = 500
const SHORTEST = 2

/** Open matters around the chosen place that may be the one being written about. Silent when they can't be had. */
export function useSimilar(draft: ReportDraft, asked: boolean): readonly MatterItem[] {
  const [found, setFound] = useState<readonly MatterItem[]>([])
  const { place } = draft
  const title = draft.title.trim()
  const serviceCode = serviceFor(draft)
  const wanted = asked && title.length >= SHORTEST && visibilityOf(serviceCode) === 'public'
  const communityId = wanted ? place?.communityId : undefined
  const placeId = place?.placeId
  useEffect(() => {
    if (communityId === undefined || placeId === undefined) {
      setFound([])
      return undefined
    }
    let here = true
    const timer = setTimeout(() => {
      callEndpoint(listSimilarMattersEndpoint, {
        params: { communityId },
        query: { placeId, serviceCode, title },
      })
        .then(({ items }) => here && setFound(items))
        // An offer, no more: without it one goes on writing.
        .catch(() => here && setFound([]))
    }, PAUSE_MS)
    return () => {
      here = false
      clearTimeout(timer)
    }
  }, [communityId, placeId, serviceCode, title])
  return found
}
