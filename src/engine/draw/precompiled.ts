import type { Regl } from 'regl';

/** Functions that regl would make of text, by the SHA-256 of that text; each takes what the text links to. */
export type DrawCode = Readonly<Record<string, (...linked: never[]) => object>>;

/** `@plotly/regl` has this beside what its types tell. */
type CachingRegl = Regl & { preloadCachedCode?(code: DrawCode): void };

/**
 * Gives regl the functions of commands that are made next. regl writes the code of every command and makes functions of it by
 * `new Function`, which a page with a strict Content-Security-Policy forbids; a text it knows already is not compiled.
 *
 * @param code from `generated/`, written by `test/engine/draw/generated.browser.test.ts`. The text depends on the command, and on
 *   which uniforms and attributes its shaders use; with other code than regl would write, regl compiles as it always does.
 */
export function precompiled(regl: Regl, code: DrawCode): Regl {
  // Another build of regl may stand in, which only compiles.
  (regl as CachingRegl).preloadCachedCode?.(code);
  return regl;
}
