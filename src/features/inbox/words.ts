/** Words of 消息设置. Topics and choices are core's. */
export const CHOICES = {
  title: '消息设置',
  failed: '没打开消息设置',
  note: '不管怎么选，消息都在「消息」里，一条也不少。',
  changed: '记下了',
  empty: '这里还没有可以设的',
}
