import { describe, expect, test } from 'vitest';
import { alignTokens } from '../../../src/engine/activation';

function aligned(text: string, tokens: string[]): string[] {
  const { starts, ends } = alignTokens(text, tokens);
  return tokens.map((_, i) => text.slice(starts[i], ends[i]));
}

describe('tokens are found again in their text', () => {
  test.each<[string, string, string[], string[]]>([
    ['WordPiece', 'Unaffable  people', ['una', '##ffa', '##ble', 'people'], ['Una', 'ffa', 'ble', 'people']],
    ['special tokens stand nowhere', 'Hi you', ['[CLS]', 'hi', 'you', '[SEP]'], ['', 'Hi', 'you', '']],
    ['unknown words are passed over', 'a 🦄 b', ['a', '[UNK]', 'b'], ['a', '', 'b']],
    ['accents and case are looked past', 'Über Café', ['uber', 'cafe'], ['Über', 'Café']],
    ['a decomposed accent belongs to its letter', 'Cafe\u0301 x', ['cafe', 'x'], ['Cafe\u0301', 'x']],
    ['SentencePiece', 'the cat', ['▁the', '▁', 'cat'], ['the', '', 'cat']],
    ['words that end in </w>', 'low er', ['lo', 'w</w>', 'er</w>'], ['lo', 'w', 'er']],
    ['bytes of GPT-2', 'the cat\nsat', ['the', 'Ġcat', 'Ċ', 'sat'], ['the', 'cat', '\n', 'sat']],
    ['bytes of RoBERTa with a space before the first word', 'the cat', ['<s>', 'Ġthe', 'Ġcat', '</s>'], ['', 'the', 'cat', '']],
    ['bytes of other alphabets', 'né Ġx', ['n', 'Ã©', 'ĠÄ', 'ł', 'x'], ['n', 'é', 'Ġ', '', 'x']],
    ['a character cut in two belongs to its first token', 'a 😀!', ['a', 'ĠðŁ', 'ĺ', 'Ģ', '!'], ['a', '😀', '', '', '!']],
    ['Chinese', '我爱你', ['我', '爱', '##你'], ['我', '爱', '你']],
    ['the same letters nearer in another case come first', 'The dog the', ['the', 'dog', 'the'], ['The', 'dog', 'the']],
    ['text that looks like a special token', 'x <s> y', ['x', '<s>', 'y'], ['x', '<s>', 'y']],
  ])('%s', (_name, text, tokens, expected) => expect(aligned(text, tokens)).toEqual(expected));

  test('what is not there is an error that says where', () => {
    expect(() => aligned('a cat', ['a', 'dog'])).toThrow(/token 1 \("dog"\) in the text after offset 1, received " cat"/);
    expect(() => aligned('a cat', ['a', 'Ġdog'])).toThrow(/token 1/);
  });
});
