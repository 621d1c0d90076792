import { View } from '@tarojs/components'
import { showSessionCodeEndpoint } from '#core/rounds'
import { aria } from '@/components/aria'
import { FourFaces } from '@/components/FourFaces'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { SkeletonCards } from '@/components/Skeleton'
import { useLoad } from '@/hooks/useLoad'
import { callEndpoint } from '@/platform/call-endpoint'
import { SESSION_WORDS } from '../../session-words'
import type { SessionAddress } from '../../useSession'
import { QrPicture } from '../QrPicture'

export interface SessionCodeProps {
  open: boolean
  address: SessionAddress
  onClose: () => void
}

/** 亮出这场的码: for who stands there. */
export function SessionCode({ open, address, onClose }: SessionCodeProps) {
  return (
    <Sheet open={open} title={SESSION_WORDS.codeTitle} onClose={onClose}>
      {open && <Code address={address} />}
    </Sheet>
  )
}

function Code({ address: { communityId, roundId, sessionId } }: { address: SessionAddress }) {
  const state = useLoad(
    () => callEndpoint(showSessionCodeEndpoint, { params: { communityId, roundId, sessionId } }),
    [communityId, roundId, sessionId],
  )
  return (
    <FourFaces state={state} skeleton={<SkeletonCards count={1} />} errorTitle={SESSION_WORDS.codeFailed}>
      {({ picture }) => (
        <View {...aria({ role: 'group' })}>
          <QrPicture rows={picture} name={SESSION_WORDS.codeName} />
          <Note gap icon="scan">
            {SESSION_WORDS.codeText}
          </Note>
        </View>
      )}
    </FourFaces>
  )
}
