// What tfjs imports at load and none of our kernels reaches: 64-bit integers to hash strings by, and the browser stores
// of its models, which `platform_browser.js` tries to register.
export const BrowserIndexedDB = {};
export const BrowserIndexedDBManager = undefined;
export const BrowserLocalStorage = {};
export const BrowserLocalStorageManager = undefined;
