import { uploadPhotoEndpoint } from '#core/photos'
import { jpeg } from '../../photos/samples'
import { calls, type Chapter } from './call'

/** domain.md 3, row `visitor`: whoever may report may bring a photo. Until it is used it is one's own, so nothing goes on record. */
export const PHOTOS: Chapter = {
  about: 'photos',
  columns: {
    upload: calls(uploadPhotoEndpoint)(async ({ place }) => ({
      params: { communityId: place.community.communityId },
      file: await jpeg(),
    })),
  },
  table: `
                   | upload
nobody             | 401
everyone signed in | 200`,
}
