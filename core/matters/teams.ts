import type { Matter, Team, TeamKind } from './matter'

/** 物业、网格、社区: what kind of unit it is, to choose one from. */
export const TEAM_KIND_LABELS: Record<TeamKind, string> = {
  grid: '网格',
  property: '物业',
  community: '社区',
}

/** What a team is called: a grid and a community by their name, a property company by its estate's. */
export function teamName(kind: TeamKind, placeName: string): string {
  return kind === 'property' ? `${placeName}物业` : placeName
}

/**
 * Only the teams that answer for the matter's place may lead it: its grids', its estate's property, its community's;
 * never the unit that is complained about. What is restricted stays with the community's staff (domain.md 3 and 5).
 */
export function canLead({ jurisdiction, complained, visibility }: Matter, team: Team): boolean {
  if (complained?.kind === team.kind && complained.placeId === team.placeId) return false
  if (visibility === 'restricted' && team.kind !== 'community') return false
  return jurisdiction.includes(team.placeId)
}
