export default definePageConfig({ navigationBarTitleText: '有话大家说' })
