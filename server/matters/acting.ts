import type { Doing, PersonAct, TeamItem } from '#core/matters'
import { signedAs } from '#core/permissions'
import type { ActingRole } from '#server/platform/context'

/** Who does an act, in which office, with which teams by name, and when. */
export interface Acting extends Doing {
  team: TeamItem | undefined
  supports: TeamItem[]
  office: ActingRole | undefined
}

/** What the lead is called after an act: the team that was asked, then the person who went; undefined: as before. */
export function leadNameAfter(act: PersonAct, { team, office }: Acting): string | undefined {
  if (team) return team.name
  return act === 'start' && office ? signedAs(office) : undefined
}
