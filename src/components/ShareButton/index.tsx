import { toast } from '../../platform/feedback'
import { hasShareButton, shareAddress, type ShareCard } from '../../platform/share'
import { Button } from '../Button'

const SAID = {
  copied: '地址复制好了，可以发给邻居。',
  failed: '没能复制，请从浏览器上面复制地址。',
}

/** Shares a page on the H5 site; in WeChat that is in the ··· menu. */
export function ShareButton({ card }: { card: ShareCard }) {
  if (!hasShareButton) return null
  const share = async () => {
    const how = await shareAddress(card)
    if (how === 'copied' || how === 'failed') toast(SAID[how])
  }
  return (
    <Button variant="quiet" block onPress={() => void share()}>
      转给邻居
    </Button>
  )
}
