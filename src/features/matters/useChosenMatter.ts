import { useState } from 'react'
import type { MatterItem } from '#core/matters'
import { useWide } from '@/platform/device'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import type { MatterAddress } from './useMatter'

export interface ChosenMatter {
  /** What is open beside the list, on a wide screen. */
  address?: MatterAddress
  open: (matter: MatterItem) => void
}

/** Opens a matter: beside the list where there is room, else on its own page. */
export function useChosenMatter(communityId: string | undefined): ChosenMatter {
  const wide = useWide()
  const [matterId, setMatterId] = useState<string>()
  return {
    address: communityId && matterId ? { communityId, matterId } : undefined,
    open: (matter) => {
      if (wide) setMatterId(matter.matterId)
      else goTo(ROUTES.matter, { communityId, matterId: matter.matterId })
    },
  }
}
