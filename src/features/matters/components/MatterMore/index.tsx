import { type MatterView } from '#core/matters'
import { Card } from '@/components/Card'
import { PhotoPair } from '@/parts/photos'
import { Thread } from '@/parts/threads'
import { DETAIL_WORDS } from '../../words'
import { MatterPeople } from '../MatterPeople'

export interface MatterMoreProps {
  matter: MatterView
  onChanged: (matter: MatterView) => void
}

/** What belongs to a matter besides its way: pictures, people, and what is said about it. */
export function MatterMore({ matter, onChanged }: MatterMoreProps) {
  const { communityId, matterId, photos, photosBlurred } = matter
  return (
    <>
      {photos.length > 0 && (
        <Card title={DETAIL_WORDS.photos} gap>
          <PhotoPair photos={photos} blurred={photosBlurred} />
        </Card>
      )}
      <MatterPeople matter={matter} onChanged={onChanged} />
      <Thread address={{ communityId, subjectKind: 'matter', subjectId: matterId }} />
    </>
  )
}
