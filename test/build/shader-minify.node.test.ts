import { expect, test } from 'vitest';
import { minifyShader } from '../../build/shader-minify';

test('minifyShader drops comments, indentation and blank lines and keeps line breaks for the preprocessor', () => {
  const source = '// distance tile\n#define N 4\n\n/* two\n   lines */\nfn main() {\n  let a = 1;  // one\n}\n';
  expect(minifyShader(source)).toBe('#define N 4\nfn main() {\nlet a = 1;\n}');
});
