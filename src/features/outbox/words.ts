/** Words of the page with everything that waits to be sent. */
export const WAITING = {
  title: '等待发送',
  hint: '这些都存在手机里，还没发到。有网了会自动发，一件只发一次。',
  empty: '没有等着发的',
  emptyText: '没网的时候报的事、说的话，会先存在这里，有网了自动发出去。',
  home: '回首页',
  waiting: '等待发送',
  sending: '正在发…',
  refused: (reason: string) => `没发成：${reason}`,
  old: (age: string) => `${age}写的，要不要发，请您定`,
  written: (age: string) => `${age}写的`,
  send: '现在发送',
  change: '改一改',
  drop: '扔掉',
  of: (act: string, label: string) => `${act}，${label}`,
  sent: '发出去了',
  stillOffline: '还是没连上，先存着，有网了自动发。',
} as const
