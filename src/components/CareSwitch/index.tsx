import { useCareMode } from '../../platform/appearance'
import { SwitchRow } from '../SwitchRow'

/** 关怀模式, on and off: from the first screen on. Stands in a flush Card. */
export function CareSwitch() {
  const [care, turnCare] = useCareMode()
  return (
    <SwitchRow
      title="关怀模式"
      text="字更大，按钮更大，话更少"
      icon="text"
      checked={care}
      onChange={turnCare}
    />
  )
}
