import type { Regl } from 'regl';

/** What `@plotly/regl` made of text so far, by the text's SHA-256. */
export function compiledCode(regl: Regl): Record<string, Function> {
  return (regl as Regl & { getCachedCode(): Record<string, Function> }).getCachedCode();
}

/** Procedures of a command: one drawing, many, or what surrounds other drawing; `poll` and `refresh` are the surface's. */
const PROCEDURE = /,?"(draw|scope|batch|poll|refresh)":function\(/g;

/** A function that regl made, and which of the command's procedures are called. */
export interface CompiledCommand {
  hash: string;
  compiled: Function;
  procedures: readonly string[];
}

/**
 * A module of `src/engine/draw/generated`: of the commands' procedures those that are called, and of the values they define
 * those that are used. The rest would be most of the code.
 */
export function drawCodeModule(name: string, commands: readonly CompiledCommand[]): string {
  const functions = commands.map(({ hash, compiled, procedures }) => `  '${hash}': ${shortened(compiled.toString(), procedures)},\n`);
  return `// Written by test/engine/draw/generated.browser.test.ts from regl's own code; see precompiled.ts.
// @ts-nocheck
/* oxlint-disable */
import type { DrawCode } from '../precompiled';

export const ${name}: DrawCode = {
${functions.join('')}};
`;
}

function shortened(source: string, procedures: readonly string[]): string {
  // `function anonymous(g0,g1\n) {\n"use strict";\n … return {\n"draw":function(a0){\n … }\n,"scope":function(…){\n … }\n,}\n\n}`
  const [, parameters, body] = /^function anonymous\(([^)]*?)\s*\) \{\n"use strict";\n([\s\S]*)\}$/.exec(source)!;
  const text = body.replaceAll(/(v\d+)=\{\n("[^}]*)?\}\n;/g, '$1={$2};');
  const starts = [...text.matchAll(PROCEDURE)];
  const definitions = text.slice(0, text.lastIndexOf('return {', starts[0]?.index));
  const kept = starts.flatMap((start, i) => {
    const end = starts[i + 1]?.index ?? text.lastIndexOf(',}');
    return procedures.includes(start[1]) ? [text.slice(start.index, end).replace(/^,/, '')] : [];
  });
  return `function (${parameters}) {\n${withoutUnused(`${definitions}return {\n${kept.join(',')}`)}};\n}`;
}

/** Leaves out variables that nothing reads; their values are properties, numbers and tables, which do nothing. */
function withoutUnused(source: string): string {
  const occurrences = (code: string, name: string) => code.match(new RegExp(String.raw`\b${name}\b`, 'g'))!.length;
  let code = source;
  let before = '';
  while (code !== before) {
    before = code;
    code = code.replaceAll(/^(v\d+)=(?:[\w.]+|\{[^}]*\});\n/gm, (line, name: string) => (occurrences(before, name) <= 2 ? '' : line));
  }
  return code.replaceAll(/\bvar ([v\d,]+);\n?/g, (_all, list: string) => {
    const used = list.split(',').filter((name) => occurrences(code, name) > 1);
    return used.length > 0 ? `var ${used.join(',')};\n` : '';
  });
}
