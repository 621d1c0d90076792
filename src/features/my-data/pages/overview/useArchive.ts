import { useState } from 'react'
import {
  ARCHIVE_ADDRESS_MINUTES,
  askForArchiveEndpoint,
  openArchiveEndpoint,
  readArchiveEndpoint,
} from '#core/my-data'
import { useLoad } from '@/hooks/useLoad'
import { useReturn } from '@/hooks/useReturn'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { copyText } from '@/platform/clipboard'
import { toast } from '@/platform/feedback'
import { randomId } from '@/platform/random-id'
import { shareFile, takeFile, wholeAddress } from '@/platform/take-file'
import { MY_DATA } from '../../words'

/** 拿一份我的数据: asking for it, and taking it once it is there. */
export function useArchive() {
  const state = useLoad(() => callEndpoint(readArchiveEndpoint, {}), [])
  useReturn(() => void state.refresh())
  const [file, setFile] = useState<string>()
  const asking = useSubmit(
    (_: undefined, key) => callEndpoint(askForArchiveEndpoint, { key }),
    (next) => {
      setFile(undefined)
      state.replace(next)
    },
  )
  const taking = useSubmit(async (_: undefined) => takeFile((await open()).path), setFile)
  const copying = useSubmit(
    async (_: undefined) => copyText(wholeAddress((await open()).path)),
    (copied) => toast(copied ? MY_DATA.copied(ARCHIVE_ADDRESS_MINUTES) : MY_DATA.notCopied),
  )
  return {
    state,
    failure: asking.failure ?? taking.failure ?? copying.failure,
    ask: () => void asking.submit(undefined),
    asking: asking.busy,
    take: () => void taking.submit(undefined),
    taking: taking.busy,
    copy: () => void copying.submit(undefined),
    copying: copying.busy,
    /** Where it lies on this phone, once it was fetched. */
    file,
    share: () => file !== undefined && shareFile(file, `${MY_DATA.title}.zip`),
  }
}

/** A new address at each press: under the key of an earlier one the server would repeat what may be over by now. */
const open = async () => callEndpoint(openArchiveEndpoint, { key: await randomId() })
