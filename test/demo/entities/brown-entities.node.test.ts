import { describe, expect, it } from 'vitest';
import { SequenceTagger } from '../../../demo/entities/sequence-tagger';
import { trainTagger } from '../../../demo/entities/train-tagger';
import { entityTags } from '../../../demo/scripts/brown-entities';
import { testRows } from '../../../demo/scripts/prepare-entities';
import { printedTokens } from '../../../demo/scripts/printed-tokens';
import { parseBrown } from '../../../demo/scripts/read-brown';
import { parseEntities } from '../../../src/engine/entities';

/** Entities as `label: tokens`. */
function entities(line: string): string[] {
  const [sentence] = parseBrown(line);
  return entityTags(sentence).flatMap((tag, i, tags) => {
    if (!tag.startsWith('B-')) return [];
    const after = tags.findIndex((each, at) => at > i && !each.startsWith('I-'));
    return [`${tag.slice(2)}: ${sentence.slice(i, after < 0 ? undefined : after).map(({ text }) => text).join(' ')}`];
  });
}

describe('entities that the tags of the Brown corpus mean', () => {
  it.each([
    ['Rep./nn-tl Charles/np E./np Hughes/np of/in Sherman/np', ['TITLE: Rep.', 'NAME: Charles E. Hughes', 'NAME: Sherman']],
    ['the/at Texas/np-tl Bankers/nns-tl Association/nn-tl of/in-tl-hl America/np-tl-hl', ['TITLE: Texas Bankers Association of America']],
    ["Price/np Daniel's/np$ friends/nns ,/, two/cd Americans/nps", ["NAME: Price Daniel's", 'NUMBER: two', 'NAME: Americans']],
    ['the/at first/od seventeen/cd million/cd dollars/nns in/in 1960/cd', ['NUMBER: first seventeen million', 'NUMBER: 1960']],
    ['on/in Aug./np 31/cd ,/, 1961/cd ,/, and/cc in/in May/np two/cd men/nns', ['DATE: Aug. 31 , 1961', 'DATE: May', 'NUMBER: two']],
    ['Aug./np 31/cd ,/, 40/cd people/nns', ['DATE: Aug. 31', 'NUMBER: 40']],
    ["home/nr last/ap Monday/nr ,/, not/* today's/nr$ west/nr", ['DATE: Monday', "DATE: today's"]],
    ["Kate's/np+bez here/rb ,/, de/fw-in facto/fw-nn-tl ,/, ``/`` Latin/np-nc ''/''", ["NAME: Kate's"]],
  ])('%s', (line, expected) => expect(entities(line)).toEqual(expected));
});

describe('what a tagger says of files', () => {
  it('is a test.tsv that <fv-entity-text> reads, with the gold and a score between 0 and 1', () => {
    const [tokens] = parseBrown('``/`` Daniel/np met/vbd ten/cd men/nns ?/. ?/.').map(printedTokens);
    const sentence = { tokens: tokens.map(({ text }) => text), tags: entityTags(tokens) };
    expect(sentence.tokens).toEqual(['“', 'Daniel', 'met', 'ten', 'men', '?']);
    const rows = testRows(new SequenceTagger(trainTagger([sentence], { epochs: 4, fewest: 1, seed: 1 })), [sentence, sentence]);
    const { value, repairs } = parseEntities('test.tsv', new TextEncoder().encode(rows));
    expect([value.length, repairs]).toEqual([2, []]);
    const named = ({ text }: { text: string }, spans: readonly { start: number; end: number; label: string }[]) => spans.map(({ start, end, label }) => `${label} ${text.slice(start, end)}`);
    expect([named(value[1], value[1].gold!), named(value[1], value[1].spans)]).toEqual([['NAME Daniel', 'NUMBER ten'], ['NAME Daniel', 'NUMBER ten']]);
    expect(value[0].spans.every(({ score }) => score! > 0.3 && score! <= 1)).toBe(true);
  });
});
