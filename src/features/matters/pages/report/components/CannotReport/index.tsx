import { Blank } from '@/components/Blank'
import { goTo, redirect } from '@/platform/navigation'
import { canScan } from '@/platform/scan'
import { ROUTES } from '@/routes'
import { REPORT_WORDS } from '../../../../report-words'

/** Neither at home anywhere nor at a door: the two ways to say where it is. */
export function CannotReport() {
  return (
    <Blank
      art="window"
      title={REPORT_WORDS.cannot}
      text={REPORT_WORDS.cannotText}
      act={{
        words: canScan ? REPORT_WORDS.scan : REPORT_WORDS.typeCode,
        icon: canScan ? 'scan' : undefined,
        onPress: () => redirect(ROUTES.door),
      }}
      otherAct={{ words: REPORT_WORDS.bind, onPress: () => goTo(ROUTES.bind) }}
    />
  )
}
