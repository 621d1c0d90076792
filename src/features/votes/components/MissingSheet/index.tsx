import { listMissingEndpoint } from '#core/votes'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { MoreButton } from '@/components/MoreButton'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { SkeletonRows } from '@/components/Skeleton'
import { usePaged } from '@/hooks/usePaged'
import { callEndpoint } from '@/platform/call-endpoint'
import { ENVELOPE_WORDS } from '../../paper-words'
import type { VoteAddress } from '../../useVote'

interface SheetProps {
  open: boolean
  address: VoteAddress
  onClose: () => void
  onChoose: (voterId: string) => void
}

/** 从还没投的里选: for an envelope whose number can't be read. */
export function MissingSheet({ open, address, onClose, onChoose }: SheetProps) {
  return (
    <Sheet open={open} title={ENVELOPE_WORDS.chooseTitle} onClose={onClose}>
      {open && <Missing address={address} onChoose={onChoose} />}
    </Sheet>
  )
}

function Missing({ address, onChoose }: Pick<SheetProps, 'address' | 'onChoose'>) {
  const { state, more } = usePaged(
    (cursor) => callEndpoint(listMissingEndpoint, { params: address, query: { cursor } }),
    [address.communityId, address.voteId],
  )
  return (
    <FourFaces
      state={state}
      skeleton={<SkeletonRows count={6} />}
      errorTitle={ENVELOPE_WORDS.chooseFailed}
      isEmpty={(voters) => voters.length === 0}
      empty={<Note>{ENVELOPE_WORDS.chooseEmpty}</Note>}
    >
      {(voters) => (
        <Card flush>
          {voters.map(({ voterId, name }) => (
            <Item key={voterId} icon="door" title={name} onPress={() => onChoose(voterId)} />
          ))}
          <MoreButton more={more} />
        </Card>
      )}
    </FourFaces>
  )
}
