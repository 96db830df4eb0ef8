import type { FvEmbeddingMap } from '../../src/components/embedding-map/fv-embedding-map';
import { siteSettings, startPage } from '../shared/start-page';
import sampleCode from './sample?raw';
import encoderCode from './sentence-encoder?raw';
import { connectSentences } from './sentence-page';
import piecesCode from './sentence-pieces?raw';
import { SENTENCE_STRINGS } from './strings';
import { loadTexts } from './texts';

const { initial, defaults } = siteSettings();
const { lang } = initial;
const strings = SENTENCE_STRINGS[lang];
const samples = [{ title: strings.codeSample, code: sampleCode }, { title: strings.codeEncoder, code: encoderCode }, { title: strings.codePieces, code: piecesCode }];
startPage({ title: 'sentences', initial, defaults, strings, samples });

const map = document.querySelector<FvEmbeddingMap>('#map')!;
const laidOut = new Promise<void>((resolve) => map.addEventListener('fv-layout-end', () => resolve(), { once: true }));
connectSentences(lang, map, laidOut);
map.setAttribute('color-by', strings.group);
try {
  const [data] = await Promise.all([loadTexts(lang), import('flair-visual/define/embedding-map')]);
  map.data = data;
} catch (error) {
  const failure = document.querySelector<HTMLElement>('#failure')!;
  failure.hidden = false;
  failure.textContent = `${strings.failed} ${error instanceof Error ? error.message : String(error)}`;
}
