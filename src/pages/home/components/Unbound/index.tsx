import { doorCodeIn } from '#core/places'
import { Blank } from '@/components/Blank'
import { Card } from '@/components/Card'
import { Item } from '@/components/Item'
import { openTalk } from '@/parts/scan/open-talk'
import { toast } from '@/platform/feedback'
import { goTo } from '@/platform/navigation'
import { canScan, scanDoorCode } from '@/platform/scan'
import { ROUTES } from '@/routes'
import { HOME_WORDS } from '../../words'

export interface UnboundProps {
  /** Where one has reported something by a door code. */
  communityId?: string
}

/** Home of who has no home here yet: the two ways in. */
export function Unbound({ communityId }: UnboundProps) {
  return (
    <>
      <Blank
        art="window"
        title={HOME_WORDS.unbound}
        text={HOME_WORDS.unboundText}
        act={{ words: HOME_WORDS.bind, onPress: () => goTo(ROUTES.bind) }}
        otherAct={
          canScan
            ? { words: HOME_WORDS.scan, icon: 'scan', onPress: () => void scan() }
            : { words: HOME_WORDS.typeCode, onPress: () => goTo(ROUTES.door) }
        }
      />
      {communityId && (
        <Card flush>
          <Item
            icon="wrench"
            title={HOME_WORDS.myMatters}
            onPress={() => goTo(ROUTES.myMatters, { communityId })}
          />
        </Card>
      )}
    </>
  )
}

async function scan(): Promise<void> {
  const scanned = await scanDoorCode()
  if (scanned === undefined || openTalk(scanned)) return
  const code = doorCodeIn(scanned)
  if (code) goTo(ROUTES.door, { code })
  else toast(HOME_WORDS.notDoorCode)
}
