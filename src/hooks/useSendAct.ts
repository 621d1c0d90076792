import { ApiError } from '../platform/call-endpoint'
import { toast } from '../platform/feedback'
import type { Loaded } from './useLoad'
import { useSubmit, type Submit } from './useSubmit'

/** HTTP's word for: somebody was faster. */
const CONFLICT = 409
const STALE = 'STATE_CHANGED'

export interface SendAct<Input, View> {
  send: (input: Input, key: string) => Promise<View>
  /** Puts away what the act was asked in. */
  close: () => void
  /** What is said where somebody was faster: the thing as it is now stands below. */
  stale: (message: string) => string
}

/** Sends an act on a thing that others act on too: who is too late sees how things stand. */
export function useSendAct<Input, View>(
  state: Loaded<View>,
  { send, close, stale }: SendAct<Input, View>,
): Submit<Input> {
  const sending = useSubmit(
    async (input: Input, key) => {
      try {
        return await send(input, key)
      } catch (error) {
        if (error instanceof ApiError && error.status === CONFLICT && error.code === STALE)
          void showNewest(error.message)
        throw error
      }
    },
    (answer) => {
      state.replace(answer)
      close()
    },
  )
  const showNewest = async (message: string) => {
    close()
    const fresh = await state.refresh()
    sending.clear()
    toast(fresh ? stale(message) : message)
  }
  return sending
}
