const isTest = process.env.NODE_ENV === 'test'
const isH5 = process.env.TARO_ENV === 'h5'

module.exports = isTest
  ? {
      presets: [
        ['@babel/preset-env', { targets: { node: 'current' } }],
        ['@babel/preset-react', { runtime: 'automatic' }],
        '@babel/preset-typescript',
      ],
    }
  : {
      presets: [
        [
          'taro',
          {
            framework: 'react',
            ts: true,
            compiler: 'webpack5',
            // WeChat's web views may be older than the browsers of the H5 site: syntax no newer than ES2019, and polyfills by use.
            useBuiltIns: false,
            targets: isH5 ? { chrome: '80', ios: '13' } : { chrome: '70', ios: '12' },
          },
        ],
      ],
      plugins: [
        [
          'import',
          {
            libraryName: '@nutui/nutui-react-taro',
            customName: (name) => `@nutui/nutui-react-taro/dist/es/packages/${name.toLowerCase()}`,
            camel2DashComponentName: false,
            style: 'css',
          },
          'nutui-react-taro',
        ],
      ],
    }
