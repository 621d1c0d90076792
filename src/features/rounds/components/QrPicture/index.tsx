import { View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { classes } from '@/components/classes'

export interface QrPictureProps {
  /** Row by row; `1` is black. */
  rows: readonly string[]
  name: string
}

/** A QR code drawn with views: in runs of one colour, so that there are few of them. Black on white in dark mode too, or no phone reads it. */
export function QrPicture({ rows, name }: QrPictureProps) {
  return (
    <View className="qr" {...aria({ role: 'img', label: name })}>
      {rows.map((row, index) => (
        <View key={index} className="qr__row">
          {(row.match(/1+|0+/g) ?? []).map((run, at) => (
            <View
              key={at}
              className={classes('qr__run', run.startsWith('1') && 'qr__run--black')}
              style={{ flexGrow: run.length }}
            />
          ))}
        </View>
      ))}
    </View>
  )
}
