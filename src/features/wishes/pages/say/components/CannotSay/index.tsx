import { Blank } from '@/components/Blank'
import { goTo, redirect } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { SAY_WORDS } from '../../../../say-words'

/** At home nowhere here: how to go on. */
export function CannotSay() {
  return (
    <Blank
      art="window"
      title={SAY_WORDS.cannot}
      text={SAY_WORDS.cannotText}
      act={{ words: SAY_WORDS.bind, onPress: () => goTo(ROUTES.bind) }}
      otherAct={{ words: SAY_WORDS.look, onPress: () => redirect(ROUTES.wishes) }}
    />
  )
}
