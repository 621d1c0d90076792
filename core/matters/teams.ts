import type { Matter, Team, TeamKind } from './policy'

/** What a team is called: a grid and a community by their name, a property company by its estate's. */
export function teamName(kind: TeamKind, placeName: string): string {
  return kind === 'property' ? `${placeName}物业` : placeName
}

/** Only the teams that answer for the matter's place may lead it: its grids', its estate's property, its community's. */
export function canLead(matter: Matter, team: Team): boolean {
  return matter.jurisdiction.includes(team.placeId)
}
