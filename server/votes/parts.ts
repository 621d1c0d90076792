import type { ServerParts } from '#server/platform/http/parts'

/** What votes need besides their context: seals ballots, checks words, and knows whether owners' results bind here. */
export type VoteParts = Pick<ServerParts, 'contactBox' | 'contentCheck' | 'jurisdictionProfile'>
