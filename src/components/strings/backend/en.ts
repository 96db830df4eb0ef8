/** Why a layout runs where it does, in English; the shape every other language has to fill. Names of adapters and errors stay as they are. */
export const en = {
  requested: (backend: string) => `${backend} was asked for.`,
  hardware: (backend: string, adapter: string) => `${backend} on a hardware adapter: ${adapter}.`,
  noAdapter: 'There is no GPU adapter: the CPU works.',
  fastest: (backend: string, times: string) => `${backend} measured fastest, as there is no hardware adapter (${times} for a small step).`,
  renewed: (backend: string, error: string) => `${backend} on a new device, after the first failed: ${error}.`,
  replaced: (backend: string, failed: string, error: string) => `${backend}, after ${failed} failed: ${error}.`,
  time: (backend: string, ms: string) => `${backend} ${ms} ms`,
  list: ', ',
  between: ' ',
  missing: (backend: string, what: string) => `${backend}: ${what}.`,
  failed: (backend: string, error: string) => `${backend} failed: ${error}.`,
  slow: (backend: string, times: string) => `${backend} was not measured: another software adapter is ${times} times slower than the CPU.`,
};

export type BackendStrings = typeof en;
