import { momentInWords } from '#core/calendar'
import { listMyBallotsEndpoint, type VoteView } from '#core/votes'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { FourFaces } from '@/components/FourFaces'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { SkeletonRows } from '@/components/Skeleton'
import { useLoad } from '@/hooks/useLoad'
import { callEndpoint } from '@/platform/call-endpoint'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { MINE_WORDS } from '../../words'
import { Code } from '../CodeSheet'

export interface MineSheetProps {
  open: boolean
  vote: VoteView
  onClose: () => void
}

/** 查我的那一票: one's receipts, never beside what was chosen (domain.md 7). */
export function MineSheet({ open, vote, onClose }: MineSheetProps) {
  return (
    <Sheet open={open} title={MINE_WORDS.title} onClose={onClose}>
      <Receipts vote={vote} />
    </Sheet>
  )
}

function Receipts({ vote: { communityId, voteId, may } }: Pick<MineSheetProps, 'vote'>) {
  const params = { communityId, voteId }
  const state = useLoad(() => callEndpoint(listMyBallotsEndpoint, { params }), [communityId, voteId])
  return (
    <FourFaces
      state={state}
      skeleton={<SkeletonRows count={1} />}
      errorTitle={MINE_WORDS.failed}
      isEmpty={({ items }) => items.length === 0}
      empty={<Blank art="window" title={MINE_WORDS.empty} />}
    >
      {({ items }) => (
        <>
          <Note icon="key">{MINE_WORDS.text}</Note>
          {items.map((one) => (
            <Code
              key={one.receipt}
              name={one.name}
              code={one.receipt}
              meta={MINE_WORDS.castAt(momentInWords(one.castAt, new Date()), one)}
            />
          ))}
          {may.readBulletin && (
            <Button
              className="text--gap-l"
              variant="secondary"
              block
              onPress={() => goTo(ROUTES.voteRecount, params)}
            >
              {MINE_WORDS.find}
            </Button>
          )}
        </>
      )}
    </FourFaces>
  )
}
