// Completes the relative imports of the emitted declarations: the sources leave extensions out, which a bundler
// resolves and Node's resolution (TypeScript's `nodenext`) does not.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const RELATIVE = /((?:from|import)\s*\(?\s*)(['"])(\.{1,2}(?:\/[^'"]*)?)\2/g;

/** `./engine` → `./engine/index.js`, `./types` → `./types.js`. */
function complete(specifier, from) {
  const target = join(dirname(from), specifier);
  if (existsSync(`${target}.d.ts`)) return `${specifier}.js`;
  if (existsSync(join(target, 'index.d.ts'))) return `${specifier}/index.js`;
  throw new Error(`${from}: no declaration for ${specifier}. Published types may import only published modules.`);
}

for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  if (!path.endsWith('.d.ts')) continue;
  const file = join(dist, path);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replaceAll(RELATIVE, (match, head, quote, specifier) =>
    specifier.endsWith('.js') ? match : `${head}${quote}${complete(specifier, file)}${quote}`));
}
