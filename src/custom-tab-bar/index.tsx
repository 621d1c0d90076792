/** WeChat asks for this component when the tab bar is custom; the bar itself is `components/TabBar`, on the page. */
export default function CustomTabBar() {
  return null
}
