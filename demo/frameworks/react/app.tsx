import 'flair-visual/define/embedding-map';
import 'flair-visual/define/entity-text';
import 'flair-visual/react';
import { useMemo, useState } from 'react';
import { sentenceWith, words } from '../words';

/** React 19 sets properties, and listens to the event `fv-x` by `onfv-x`. */
export function App() {
  const [column, setColumn] = useState('kind');
  const [word, setWord] = useState<string | null>(null);
  // The same array until another word comes: a new one is new data.
  const sentences = useMemo(() => (word === null ? null : sentenceWith(word)), [word]);
  return (
    <>
      <label>Colour <select id="column" value={column} onChange={(event) => setColumn(event.target.value)}><option>kind</option><option>letters</option></select></label>
      <fv-embedding-map data={words} colorBy={column} onfv-point-click={({ detail }) => detail.label !== null && setWord(detail.label)} />
      <p><output id="word">{word ?? 'Click a word.'}</output></p>
      <fv-entity-text data={sentences} />
    </>
  );
}
