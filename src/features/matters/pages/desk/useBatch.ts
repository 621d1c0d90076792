import { useState } from 'react'
import {
  actOnMatterEndpoint,
  transitionOf,
  type ActInput,
  type DeskList,
  type MatterItem,
  type PersonAct,
} from '#core/matters'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { randomId } from '@/platform/random-id'
import { sentenceOf } from '@/platform/readable-error'
import { DESK_WORDS } from '../../words'

/** Acts that make sense for many at once: they ask for nothing that differs from one matter to the next. */
const BATCH_ACTS: Record<DeskList, readonly PersonAct[]> = {
  unassigned: ['acknowledge'],
  mine: ['start'],
  to_verify: [],
  to_reinspect: [],
  to_grant: ['grant_deferral'],
}

export interface Batch {
  /** Ticking is on. */
  on: boolean
  toggle: () => void
  ids: readonly string[]
  tick: (matterId: string) => void
  acts: readonly PersonAct[]
  run: (act: PersonAct) => void
  /** How often something was done: what stands open beside the list is no longer the newest. */
  runs: number
  busy: boolean
}

/** Several matters of one list at once: each act is its own, so that what fails leaves the others done. */
export function useBatch(
  communityId: string | undefined,
  list: DeskList,
  matters: readonly MatterItem[],
  onDone: () => void,
): Batch {
  // Ticking belongs to one list: on another one it begins anew.
  const [picked, setPicked] = useState<{ list: DeskList; ids: readonly string[] }>()
  const [busy, setBusy] = useState(false)
  const [runs, setRuns] = useState(0)
  const on = picked?.list === list
  const ids = (on && picked.ids) || []
  const stop = () => setPicked(undefined)
  const ticked = matters.filter(({ matterId }) => ids.includes(matterId))
  const run = async (act: PersonAct) => {
    if (!communityId || busy) return
    const fitting = ticked.filter(({ state }) => transitionOf(act).from.includes(state))
    if (fitting.length === 0) {
      toast(DESK_WORDS.batchNone)
      return
    }
    setBusy(true)
    const failures = await actOnEach(communityId, fitting, { act })
    setBusy(false)
    setRuns((before) => before + 1)
    stop()
    toast(DESK_WORDS.batchDone(fitting.length - failures.length, failures[0]))
    onDone()
  }
  return {
    on,
    toggle: () => (on ? stop() : setPicked({ list, ids: [] })),
    ids: ticked.map(({ matterId }) => matterId),
    tick: (matterId) =>
      setPicked((now) => ({ list, ids: toggled(now?.list === list ? now.ids : [], matterId) })),
    acts: BATCH_ACTS[list],
    run: (act) => void run(act),
    runs,
    busy,
  }
}

const toggled = (ids: readonly string[], one: string): readonly string[] =>
  ids.includes(one) ? ids.filter((id) => id !== one) : [...ids, one]

/** One after the other, gently to a weak network; answers the sentences of those that were refused. */
async function actOnEach(
  communityId: string,
  matters: readonly MatterItem[],
  input: ActInput,
): Promise<string[]> {
  const failures: string[] = []
  for (const { matterId, revision } of matters) {
    try {
      await callEndpoint(actOnMatterEndpoint, {
        params: { communityId, matterId },
        body: { ...input, revision },
        key: await randomId(),
      })
    } catch (error) {
      failures.push(sentenceOf(error))
    }
  }
  return failures
}
