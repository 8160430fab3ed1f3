/** What of pg's inner parts is used and has no types (pg 8.23). */
declare module 'pg/lib/utils.js' {
  const utils: { readonly prepareValue: (value: unknown) => unknown };
  export default utils;
}
