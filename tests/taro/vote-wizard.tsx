import { render } from '@testing-library/react'
import DraftPage from '@/features/vote-draft/pages/draft'
import { amei, COMMUNITY, signedIn } from './people'
import { serve } from './server'
import { phone } from './taro'
import { draftedVote, VOTE, votePlace } from './vote-lists'

export const PLACES = 'GET /communities/*/vote-places'
export const CREATE = 'POST /communities/*/votes'
/** Where a saved draft leads to. */
export const DETAIL = `redirectTo /features/votes/pages/detail/index?communityId=${COMMUNITY}&voteId=${VOTE}`

/** A head whose phone has kept nothing, at the wizard's door. Called once at the head of a file. */
export function setWizard(): void {
  beforeEach(() => {
    signedIn(amei())
    phone.stored.clear()
    phone.params = { communityId: COMMUNITY }
  })
}

/** The wizard, with what the server answers it. */
export function openWizard(answers: Record<string, object | symbol> = {}) {
  const asked = serve({ [PLACES]: { items: [votePlace()] }, [CREATE]: draftedVote(), ...answers })
  render(<DraftPage />)
  return asked
}
