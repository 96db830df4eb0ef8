// The README's walk through the explorer: one picture a step, taken while the real playground is used by mouse and keyboard.
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const SIZE = { width: 1080, height: 640 };
const WORDS = 5_000;
const LAYOUT_TIMEOUT_MS = 600_000;
/** Flights, fading labels, and every point drawn. */
const REST_MS = 1_500;

/** Where words are on the screen, CSS pixels. */
function placesOf(page, words) {
  return page.evaluate((wanted) => {
    const map = document.querySelector('fv-embedding-map');
    const { left, top, width, height } = map.getBoundingClientRect();
    const { x, y, scale } = map.view;
    return wanted.map((word) => {
      const id = map.data.labels.indexOf(word);
      return { x: left + width / 2 + (map.positions[2 * id] - x) * scale, y: top + height / 2 - (map.positions[2 * id + 1] - y) * scale };
    });
  }, words);
}

const rest = (page) => page.waitForTimeout(REST_MS);

async function close(page) {
  await page.evaluate(() => {
    const map = document.querySelector('fv-embedding-map');
    Object.assign(map, { panel: '', query: '', pinned: null, axis: '', contours: false });
    map.select([]);
  });
  await page.locator('fv-embedding-map .stage').focus();
  await page.keyboard.press('0');
  await rest(page);
}

/** Opens a panel by its button. */
async function show(page, panel) {
  const button = page.locator(`.buttons [data-panel="${panel}"]`);
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
}

/** Drags around a place with Shift held: a circle. */
async function outline(page, { x, y }, radius) {
  const at = (i) => [x + radius * Math.cos((i * Math.PI) / 12), y + radius * Math.sin((i * Math.PI) / 12)];
  await page.keyboard.down('Shift');
  await page.mouse.move(...at(0));
  await page.mouse.down();
  for (let i = 1; i <= 24; i++) await page.mouse.move(...at(i));
  await page.mouse.up();
  await page.keyboard.up('Shift');
}

const STEPS = {
  async search(page) {
    await page.locator('fv-embedding-map .stage').focus();
    await page.keyboard.press('Control+k');
    await page.locator('.search-input').fill('king');
    await page.keyboard.press('ArrowDown');
  },
  async neighbors(page) {
    await page.keyboard.press('Enter');
    await rest(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('-');
    await rest(page);
    const [place] = await placesOf(page, ['king']);
    await page.mouse.click(place.x, place.y);
    await page.mouse.move(SIZE.width / 2, 20);
    await page.locator('.neighbors li').first().waitFor();
  },
  async lasso(page) {
    await close(page);
    const [place] = await placesOf(page, ['france']);
    await outline(page, place, 44);
    await show(page, 'selection');
    await page.locator('.lifts').first().waitFor();
  },
  async isolate(page) {
    await page.locator('.isolate').click();
    await page.waitForFunction(() => document.querySelector('fv-embedding-map').status.state === 'ended', null, { timeout: LAYOUT_TIMEOUT_MS });
    await page.evaluate(() => Object.assign(document.querySelector('fv-embedding-map'), { panel: '' }));
  },
  async axis(page) {
    await page.locator('.isolated .button').click();
    await close(page);
    await show(page, 'axes');
    await page.locator('.axis-form input').fill('he, man … she, woman');
    await page.keyboard.press('Enter');
    await page.locator('.axis-lists').waitFor();
    await page.locator('.drawer .check input').check();
  },
  async regions(page) {
    await close(page);
    await page.evaluate(() => Object.assign(document.querySelector('fv-embedding-map'), { colorBy: 'supersense', contours: true }));
    await show(page, 'labels');
  },
  async export(page) {
    await page.evaluate(() => Object.assign(document.querySelector('fv-embedding-map'), { contours: false }));
    await show(page, 'export');
  },
};

async function takePicture(page, name) {
  await rest(page);
  const file = fileURLToPath(new URL(`../walk-${name}.png`, import.meta.url));
  await page.screenshot({ path: file });
  console.log(`docs/walk-${name}.png: ${Math.round((await stat(file)).size / 1024)} KB`);
}

/** Two models: a word is looked up, and its neighbours in both are listed. */
async function compare(page, url) {
  await page.goto(`${url}compare.html`);
  const find = page.getByRole('searchbox', { name: 'Find a word' });
  await find.waitFor({ timeout: LAYOUT_TIMEOUT_MS });
  await find.fill('plane');
  await find.press('Tab');
  await page.locator('.point-list-name', { hasText: /^plane$/ }).click();
}

/** Writes docs/walk-<step>.png for every step. */
export async function takeWalk(browser, url) {
  const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light', deviceScaleFactor: 1, locale: 'en' });
  await page.addInitScript(() => addEventListener('fv-layout-end', () => document.documentElement.setAttribute('data-ended', '')));
  await page.goto(`${url}?words=${WORDS}`);
  await page.waitForSelector('html[data-ended]', { timeout: LAYOUT_TIMEOUT_MS });
  await rest(page);
  for (const [name, act] of Object.entries(STEPS)) {
    await act(page);
    await takePicture(page, name);
  }
  await compare(page, url);
  await takePicture(page, 'compare');
  await page.close();
}
