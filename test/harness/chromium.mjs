// @ts-check
// Finds a Chromium, and the flags that give WebGL2 and WebGPU (compute and canvas) without a GPU.
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium } from 'playwright';

/**
 * What playwright's `launch()` needs to start the browser found.
 * @typedef {{ executablePath?: string; args: string[]; env?: Record<string, string> }} ChromiumLaunch
 */

/**
 * Without Vulkan's two flags a WebGPU canvas stays blank and synchronous tfjs reads return zeros.
 * @type {readonly string[]}
 */
export const GPU_ARGS = [
  '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader', '--enable-unsafe-swiftshader', '--use-angle=swiftshader',
  '--enable-features=Vulkan', '--use-vulkan=swiftshader',
];

const SYSTEM_PATHS = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The root directory of the installed package `@sparticuz/chromium`, if it is there.
 * @returns {string | undefined}
 */
function packagedRoot() {
  const require = createRequire(import.meta.url);
  for (const modules of require.resolve.paths('@sparticuz/chromium') ?? []) {
    const root = join(modules, '@sparticuz', 'chromium');
    if (existsSync(join(root, 'bin', 'chromium.br'))) return root;
  }
  return undefined;
}

/**
 * Unpacks browser, software GPU, libraries and fonts into `directory`.
 * @param {string} root of the package
 * @param {string} directory created; never seen half full
 */
async function unpack(root, directory) {
  // tar-fs is a dependency of the package, not of this one.
  /** @type {{ extract(to: string): NodeJS.WritableStream }} */
  const tar = createRequire(join(root, 'package.json'))('tar-fs');
  /** @type {(name: string, to: NodeJS.WritableStream) => Promise<void>} */
  const brotli = (name, to) => pipeline(createReadStream(join(root, 'bin', name)), createBrotliDecompress(), to);
  const partial = `${directory}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  await Promise.all([
    brotli('chromium.br', createWriteStream(join(partial, 'chromium'), { mode: 0o755 })),
    brotli('swiftshader.tar.br', tar.extract(partial)),
    brotli('fonts.tar.br', tar.extract(join(partial, 'fonts'))),
    brotli('al2023.tar.br', tar.extract(join(partial, 'al2023'))),
  ]);
  writeFileSync(join(partial, 'fonts.conf'), [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    `<dir>${join(directory, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(directory, 'fontconfig')}</cachedir>`,
    '</fontconfig>',
  ].join(''));
  try {
    renameSync(partial, directory);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // Another process was first, or the disk refused.
    if (!existsSync(directory)) throw error;
  }
}

/**
 * `chrome-headless-shell` out of the npm package `@sparticuz/chromium`: linux x64, needs no system package.
 * @returns {Promise<ChromiumLaunch | undefined>}
 */
async function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const root = packagedRoot();
  if (!root) return undefined;
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const directory = join(dirname(dirname(root)), '.cache', `chromium-${version}`);
  if (!existsSync(directory)) await unpack(root, directory);
  return {
    executablePath: join(directory, 'chromium'),
    args: [...GPU_ARGS, '--font-render-hinting=none'],
    env: {
      .../** @type {Record<string, string>} */ (process.env),
      FONTCONFIG_FILE: join(directory, 'fonts.conf'),
      LD_LIBRARY_PATH: join(directory, 'al2023', 'lib'),
    },
  };
}

/**
 * The browser to test with: `CHROME_PATH`, then a system Chromium or Chrome, then playwright's own download,
 * then the one inside `@sparticuz/chromium`. `CHROME_PATH=npm` goes straight to the last.
 *
 * @returns {Promise<ChromiumLaunch>}
 * @throws when there is none, naming the ways to get one.
 */
export async function chromiumLaunch() {
  const wanted = process.env.CHROME_PATH;
  if (wanted !== 'npm') {
    if (wanted && !existsSync(wanted)) throw new Error(`Expected CHROME_PATH to name a browser, received ${wanted}: no such file. Correct it, or unset it.`);
    const executablePath = [wanted, ...SYSTEM_PATHS].find((path) => path && existsSync(path));
    if (executablePath) return { executablePath, args: [...GPU_ARGS] };
    if (existsSync(chromium.executablePath())) return { args: [...GPU_ARGS] };
  }
  const npm = await fromNpm();
  if (npm) return npm;
  throw new Error('No Chromium found: apt-get install -y chromium, or npx playwright install chromium, or set CHROME_PATH.');
}
