import type { PostView } from '#core/threads'
import { Item } from '@/components/Item'
import { Sheet } from '@/components/Sheet'
import type { PostActs } from '../usePostActs'
import { MENU } from '../words'

export interface PostMenuProps {
  post?: PostView
  onChoose: PostActs['choose']
  onClose: () => void
}

/** What may be done to one post besides answering it: to others' 举报 and 不再看, to one's own 删除; and 提成议题. */
export function PostMenu({ post, onChoose, onClose }: PostMenuProps) {
  const may = (act: PostView['acts'][number]) => post?.acts.includes(act)
  return (
    <Sheet open={post !== undefined} title={MENU.title} onClose={onClose}>
      {may('put_up') && <Item icon="talk" title={MENU.putUp} onPress={() => onChoose('put_up')} />}
      {may('report') && <Item icon="alert" title={MENU.report} onPress={() => onChoose('report')} />}
      {may('block') && <Item icon="no" title={MENU.block} onPress={() => onChoose('block')} />}
      {may('delete') && <Item icon="cross" title={MENU.delete} onPress={() => onChoose('delete')} />}
    </Sheet>
  )
}
