import { uploadPhotoEndpoint } from '#core/photos'
import { jpeg } from '../../photos/samples'
import { here, HERE, ONCE, type AreaBudgets } from './budget'

/** Photos are read with what they belong to; their pictures have no contract (server/photos/read-picture.test.ts). */
export const photoBudgets: AreaBudgets = {
  reads: {},
  writes: {
    'upload a photo': {
      endpoint: uploadPhotoEndpoint,
      statements: HERE + ONCE + 6, // consent; how many wait; in turn: how many wait, the row before the files; the row after them
      input: async (scene) => ({ params: here(scene), file: await jpeg() }),
    },
  },
}
