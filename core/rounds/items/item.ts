import type { WordsState } from '../../moderation'
import type { Round } from '../round'
import type { ItemOwnerKind, ItemState } from './workflow'

/** An action item as the rules see it, for one asker. */
export interface Item {
  round: Round
  authorId: string
  state: ItemState
  wordsState: WordsState
  ownerKind: ItemOwnerKind
  /** Who took it on; null: nobody yet. For a body it is who said so, and any of its members acts for it. */
  ownerId: string | null
  /** The asker is a member of the organisation that is asked. */
  inOrganisation: boolean
  /** 微项目: with a ledger. */
  isProject: boolean
}
