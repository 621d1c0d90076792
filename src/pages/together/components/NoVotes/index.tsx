import { Blank, type BlankAct } from '@/components/Blank'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import type { Together } from '../../useTogether'
import { TOGETHER_WORDS } from '../../words'

/** An empty list: what will stand here, and what one may do meanwhile. */
export function NoVotes({ together, communityId }: { together: Together; communityId: string }) {
  const { list, show, convenes } = together
  const convene: BlankAct = {
    words: TOGETHER_WORDS.convene,
    onPress: () => goTo(ROUTES.voteDraft, { communityId }),
  }
  const other: BlankAct =
    list === 'current'
      ? { words: TOGETHER_WORDS.seeOver, onPress: () => show('over') }
      : { words: TOGETHER_WORDS.seeCurrent, onPress: () => show('current') }
  return (
    <Blank
      art="window"
      title={TOGETHER_WORDS.none[list]}
      text={convenes && list === 'current' ? TOGETHER_WORDS.noneToConvene : TOGETHER_WORDS.noneText[list]}
      {...(convenes ? { act: convene } : {})}
      otherAct={other}
    />
  )
}
