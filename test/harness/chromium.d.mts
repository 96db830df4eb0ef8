/** What playwright's `launch()` needs to start the browser found. */
export interface ChromiumLaunch {
  executablePath?: string;
  args: string[];
  env?: Record<string, string>;
}
export const GPU_ARGS: readonly string[];
/** The browser to test with; see `chromium.mjs`. @throws when there is none, naming the ways to get one. */
export function chromiumLaunch(): Promise<ChromiumLaunch>;
