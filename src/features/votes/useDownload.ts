import { useRef } from 'react'
import { readBulletinEndpoint, type VoteView } from '#core/votes'
import { useSubmit, type Submit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { saveText } from '@/platform/save-file'
import { LINK_WORDS } from './words'

/** 下载公报. Asked for once: what has come is not fetched again when saving it did not work. */
export function useDownload({ communityId, voteId, title }: VoteView): Submit<void> {
  const fetched = useRef<string>()
  return useSubmit(async () => {
    fetched.current ??= JSON.stringify(
      await callEndpoint(readBulletinEndpoint, { params: { communityId, voteId } }),
    )
    await saveText(fetched.current, LINK_WORDS.fileName(title))
  })
}
