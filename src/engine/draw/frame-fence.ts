/** Between two looks at the fence, ms. */
const POLL_MS = 2;

/** A GPU that has not answered by now is not waited for, ms. */
const PATIENCE_MS = 1000;

/**
 * Tells when the GPU has done what was asked of it, without waiting for it. Without this a browser takes frame after
 * frame into a queue that a slow GPU works off seconds later, and then holds the page up.
 */
export class FrameFence {
  readonly #gl: WebGL2RenderingContext | null;
  #sync: WebGLSync | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pending = false;

  /** WebGL1 has no fences: there a frame counts as done in the next task. */
  constructor(gl: WebGLRenderingContext | WebGL2RenderingContext) {
    this.#gl = 'fenceSync' in gl ? gl : null;
  }

  /** Whether the GPU is not through yet. */
  get pending(): boolean {
    return this.#pending;
  }

  /** Calls `done` with the time it took the GPU from now, ms, once it is through with everything so far. */
  watch(done: (elapsedMs: number) => void): void {
    this.cancel();
    this.#pending = true;
    const startMs = performance.now();
    const gl = this.#gl;
    if (gl) {
      this.#sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
      gl.flush();
    }
    const look = () => {
      const elapsedMs = performance.now() - startMs;
      if (gl && this.#sync && elapsedMs < PATIENCE_MS && gl.getSyncParameter(this.#sync, gl.SYNC_STATUS) !== gl.SIGNALED) {
        this.#timer = setTimeout(look, POLL_MS);
        return;
      }
      this.cancel();
      done(elapsedMs);
    };
    this.#timer = setTimeout(look, POLL_MS);
  }

  /** Waits no longer. */
  cancel(): void {
    clearTimeout(this.#timer);
    if (this.#sync) this.#gl!.deleteSync(this.#sync);
    this.#sync = null;
    this.#pending = false;
  }
}
