import { View } from '@tarojs/components'
import { useState } from 'react'
import { momentInWords } from '#core/calendar'
import {
  notesInWords,
  ROUND_ACT_LABELS,
  roundTransition,
  type RoundPersonAct,
  type RoundView,
  type SessionView,
} from '#core/rounds'
import { Button } from '@/components/Button'
import { Item } from '@/components/Item'
import { Sheet } from '@/components/Sheet'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { SESSIONS } from '../../session-words'
import type { RoundActs } from '../../useRoundActs'
import { ROUND_WORDS } from '../../words'

export interface RoundFootProps {
  round: RoundView
  acts: RoundActs
  /** The session that the reader is in and that comes next. */
  mine?: SessionView | undefined
}

/** The next step is the one big button; everything else is quiet. */
export function RoundFoot({ round, acts, mine }: RoundFootProps) {
  const primary = primaryOf(round)
  const note = primary ? undefined : noteOf(round, mine)
  return (
    <View className="acts">
      {primary && (
        <Button block onPress={() => acts.press(primary)}>
          {ROUND_ACT_LABELS[primary]}
        </Button>
      )}
      {!primary && mine && (
        <Button block icon="note" onPress={() => goToSession(round, mine)}>
          {SESSIONS.mine}
        </Button>
      )}
      {note && <View className="acts__note">{note}</View>}
      <Others round={round} acts={acts} primary={primary} mine={mine} />
    </View>
  )
}

const goToSession = ({ communityId, roundId }: RoundView, { sessionId }: SessionView) =>
  goTo(ROUTES.session, { communityId, roundId, sessionId })

/** What else may be done, behind one button. */
function Others({ round, acts, primary, mine }: RoundFootProps & { primary: RoundPersonAct | undefined }) {
  const [open, setOpen] = useState(false)
  const others = round.acts.filter((act) => act !== primary)
  const toSession = primary && mine
  if (others.length === 0 && !toSession) return null
  const then = (act: () => void) => () => {
    setOpen(false)
    act()
  }
  return (
    <>
      <Button variant="quiet" block onPress={() => setOpen(true)}>
        {ROUND_WORDS.moreActs}
      </Button>
      <Sheet open={open} title={ROUND_WORDS.moreActsTitle} onClose={() => setOpen(false)}>
        {toSession && (
          <Item
            title={SESSIONS.mine}
            text={notesInWords(mine, new Date())}
            onPress={then(() => goToSession(round, mine))}
          />
        )}
        {others.map((act) => (
          <Item
            key={act}
            title={act === 'invite' && round.invitedAt ? ROUND_WORDS.inviteAgain : ROUND_ACT_LABELS[act]}
            onPress={then(() => acts.press(act))}
          />
        ))}
      </Sheet>
    </>
  )
}

/** The step that leads on; before it the answer to who asked, and the invitation as long as nobody was invited. */
function primaryOf({ acts, invitedAt }: RoundView): RoundPersonAct | undefined {
  return (
    acts.find((act) => act === 'take_over') ??
    acts.find((act) => roundTransition(act).gated) ??
    acts.find((act) => act === 'invite' && invitedAt === null)
  )
}

/** When one's session begins; while topics are gathered, when the neighbours were invited. */
function noteOf({ acts, invitedAt }: RoundView, mine: SessionView | undefined): string | undefined {
  const now = new Date()
  if (mine) return notesInWords(mine, now)
  const invites = acts.includes('invite') && invitedAt !== null
  return invites ? ROUND_WORDS.invited(momentInWords(invitedAt, now)) : undefined
}
