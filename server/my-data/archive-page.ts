import { fullDate, timeInWords } from '#core/calendar'
import type { AnyPersonalTable, Shown } from '#server/platform/personal-data'
import { isOfCommunities, listRegionsOf, readRows, type ReadingAll, type Region } from './read-rows'

const STYLE = `body{font:17px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:44rem;margin:0 auto;padding:1rem}
h1{font-size:1.6rem}h2{font-size:1.3rem;margin-top:2.5rem;border-bottom:1px solid #999}h3{font-size:1.1rem;margin-top:1.5rem}
dl{margin:0 0 .75rem;padding:.5rem .75rem;border:1px solid #ccc;border-radius:8px}
dt{color:#555;float:left;clear:left;width:9em}dd{margin:0 0 0 9.5em;white-space:pre-wrap;overflow-wrap:anywhere}
@media(max-width:30rem){dt{float:none;width:auto}dd{margin:0}}
@media(prefers-color-scheme:dark){body{background:#161616;color:#eee}dt{color:#bbb}dl{border-color:#555}}`

const HEAD = (madeAt: Date) => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>我的数据</title><style>${STYLE}</style></head><body>
<h1>我的数据</h1>
<p>这是「邻里」在 ${inWords(madeAt)} 存着的、关于您的全部内容。照片在旁边的 photos 文件夹里；data.json 里是同样的内容，给别的软件读。</p>
<p>这里没有写的：别人的事（比如谁不看您的话），登录用的凭据，几分钟就作废的验证码，和按法律加密单独存六个月的登录网络地址。</p>
<p>这个文件夹里有您的手机号和住处，请自己收好，不要发给别人。</p>
`

/** `我的数据.html`: the same in plain words, in one file that needs no other and no network. */
export async function* dataAsPage(reading: ReadingAll, madeAt: Date): AsyncGenerator<string> {
  yield HEAD(madeAt)
  yield* tablesAsPage(reading, undefined)
  for (const region of await listRegionsOf(reading.db, reading.personId)) {
    let named = false
    for await (const part of tablesAsPage(reading, region)) {
      if (!named) yield `<h2>${escaped(region.name)}</h2>\n`
      named = true
      yield part
    }
  }
  yield '</body></html>\n'
}

async function* tablesAsPage(reading: ReadingAll, region: Region | undefined): AsyncGenerator<string> {
  for (const { tables } of Object.values(reading.areas)) {
    for (const table of tables) {
      if (isOfCommunities(table) !== (region !== undefined)) continue
      let titled = false
      for await (const row of readRows(reading, table, region?.regionId)) {
        const facts = factsOf(table, row)
        if (facts === '') continue
        if (!titled) yield `<h3>${escaped(table.title)}</h3>\n`
        titled = true
        yield `<dl>${facts}</dl>\n`
      }
    }
  }
}

function factsOf({ columns }: AnyPersonalTable, row: Record<string, unknown>): string {
  return Object.entries(columns)
    .map(([name, column]) => {
      const shown = typeof column === 'string' ? { title: column } : 'title' in column ? column : undefined
      const words = shown ? wordsOf(shown, row[name]) : ''
      return shown && words !== '' ? `<dt>${escaped(shown.title)}</dt><dd>${escaped(words)}</dd>` : ''
    })
    .join('')
}

function wordsOf({ words }: Shown<never>, value: unknown): string {
  if (value === null || value === undefined) return ''
  return words ? words(value as never) : inWords(value)
}

function inWords(value: unknown): string {
  if (value instanceof Date) return `${fullDate(value)} ${timeInWords(value)}`
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => MARKS[mark] as string)
