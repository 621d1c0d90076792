import { takeBackDissolutionEndpoint, takeBackMoveEndpoint, type CoverageItem } from '#core/places'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { confirm, toast } from '@/platform/feedback'
import { GRID } from '../../words'

/** 不撤了, 不划了: what is yet to come is taken back, each after a question. */
export function useTakeBack(params: { communityId: string; gridId: string }, onDone: () => void) {
  const done = (words: string) => {
    toast(words)
    onDone()
  }
  const dissolution = useSubmit(
    (_: undefined, key) => callEndpoint(takeBackDissolutionEndpoint, { params, key }),
    () => done(GRID.stayDone),
  )
  const move = useSubmit(
    (coverageId: string, key) =>
      callEndpoint(takeBackMoveEndpoint, { params: { ...params, coverageId }, key }),
    () => done(GRID.stayMoveDone),
  )
  const keepGrid = async () => {
    const question = { title: GRID.stayQuestion, text: GRID.stayText, yes: GRID.stay, no: GRID.leave }
    if (await confirm(question)) await dissolution.submit(undefined)
  }
  const keepPlace = async ({ coverageId, placeName }: CoverageItem) => {
    const title = GRID.stayMoveQuestion(placeName)
    const question = { title, text: GRID.stayMoveText, yes: GRID.stayMove, no: GRID.leave }
    if (await confirm(question)) await move.submit(coverageId)
  }
  return {
    busy: dissolution.busy || move.busy,
    failure: dissolution.failure ?? move.failure,
    keepGrid: () => void keepGrid(),
    keepPlace: (item: CoverageItem) => void keepPlace(item),
  }
}
