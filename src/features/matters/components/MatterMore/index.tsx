import { type MatterView } from '#core/matters'
import { PHOTO_MOMENT_LABELS } from '#core/photos'
import { Card } from '@/components/Card'
import { ChainCard } from '@/parts/chain'
import { useReadSubject } from '@/parts/inbox'
import { PhotoPair } from '@/parts/photos'
import { Thread } from '@/parts/threads'
import { MatterPeople } from '../MatterPeople'

export interface MatterMoreProps {
  matter: MatterView
  onChanged: (matter: MatterView) => void
}

/** What belongs to a matter besides its way: pictures, people, and what is said about it. */
export function MatterMore({ matter, onChanged }: MatterMoreProps) {
  const { communityId, matterId, photos, photosBlurred } = matter
  useReadSubject(communityId, { kind: 'matter', id: matterId }, true)
  return (
    <>
      {photos.length > 0 && (
        <Card title={PHOTO_MOMENT_LABELS.other} gap>
          <PhotoPair photos={photos} blurred={photosBlurred} />
        </Card>
      )}
      <MatterPeople matter={matter} onChanged={onChanged} />
      <ChainCard communityId={matter.communityId} chain={matter.chain} />
      <Thread
        address={{ communityId, subjectKind: 'matter', subjectId: matterId }}
        isPublic={matter.visibility === 'public'}
      />
    </>
  )
}
