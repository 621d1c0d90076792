import { PHOTO_MOMENT_LABELS } from '#core/photos'
import { AS_ID, ONLY_FOR_ORDER, personalTable, type PersonalArea } from '#server/platform/personal-data'
import { isOnesOwn } from './own-photos'

/** Photos somebody took in for themselves; the pictures themselves lie beside the page as files. */
export const photoData: PersonalArea = {
  tables: [
    personalTable({
      table: 'photos',
      title: '传过的照片',
      mine: ['owner_id'],
      order: ['photo_id'],
      only: isOnesOwn,
      columns: {
        community_id: AS_ID,
        photo_id: { title: '文件', words: (value) => `photos/${value}.jpg` },
        owner_id: AS_ID,
        state: ONLY_FOR_ORDER,
        width: ONLY_FOR_ORDER,
        height: ONLY_FOR_ORDER,
        subject_kind: AS_ID,
        subject_id: AS_ID,
        moment: { title: '拍的是', words: (value) => (value ? PHOTO_MOMENT_LABELS[value] : '还没用上') },
        seq: AS_ID,
        position: AS_ID,
        created_at: '什么时候传的',
        attached_at: '什么时候用上的',
      },
    }),
  ],
  others: {},
  stays: { 'photos.owner_id': '留下的事和话里的照片；只剩没有称呼的编号' },
  // The hourly job removes files and rows.
  forget: async (db, { communityId, personId }) => {
    await db
      .updateTable('photos')
      .set({ state: 'removing' })
      .where('community_id', '=', communityId)
      .where('owner_id', '=', personId)
      .where('state', 'in', ['waiting', 'storing'])
      .execute()
  },
}
