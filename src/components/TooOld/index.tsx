import { useState } from 'react'
import { isWeapp } from '../../platform/device'
import { applyUpdate, useNewer } from '../../platform/update'
import { Blank } from '../Blank'

const WORDS = {
  title: '请更新',
  text: '现在用的是旧版本，更新一下就能接着用。写好的、等着发送的，都留在手机里。',
  yes: '现在更新',
  loading: '新版本还在路上，请等一会儿再点一次。一直不行的话，请关掉微信再打开。',
  failed: '新版本没下载成。请在微信里删掉这个小程序，再搜出来打开。',
}

/** The server no longer serves this version: one face for the whole app, with the one thing to do. */
export function TooOld() {
  const newer = useNewer()
  const [pressed, setPressed] = useState(false)
  const isStuck = isWeapp && pressed && newer !== 'ready'
  const stuck = newer === 'failed' ? WORDS.failed : WORDS.loading
  return (
    <Blank
      art="offline"
      title={WORDS.title}
      text={isStuck ? stuck : WORDS.text}
      act={{ words: WORDS.yes, icon: 'retry', onPress: () => setPressed(!applyUpdate()) }}
    />
  )
}
