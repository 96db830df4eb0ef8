import { html, nothing, type TemplateResult } from 'lit';
import type { LayoutQuality } from '../../engine';
import { chevronIcon, pauseIcon, playIcon, resetIcon } from '../icons';
import { formatCount, formatDuration, formatFixed, formatPercent } from '../number-format';
import type { Strings } from '../strings';
import { styleText } from '../style-text';
import { backendReason } from './backend-reason';
import type { MapStatus } from './map-status';

/** What the buttons of the panel ask of a map. */
export interface ProgressActions {
  run(): unknown;
  pause(): void;
  resume(): void;
  reset(): void;
}

/** Steps are counted in these phases; the others are told in percent. */
function stepping({ progress }: MapStatus): boolean {
  return progress !== null && (progress.phase === 'early-exaggeration' || progress.phase === 'optimization' || progress.phase === 'end');
}

/** What the layout is doing, in words. */
export function statusTitle(status: MapStatus, strings: Strings): string {
  switch (status.state) {
    case 'preparing':
      return strings.preparing;
    case 'running':
      return status.progress ? strings.phases[status.progress.phase] : strings.preparing;
    case 'paused':
      return strings.paused;
    case 'ended':
      return strings.ended;
    case 'failed':
      return strings.failed;
    default:
      return strings.ready;
  }
}

/** Share of the whole work that is done, 0 … 1; the phases before the first step count for a tenth. */
function shareDone({ progress, state }: MapStatus): number {
  if (state === 'ended') return 1;
  if (!progress) return 0;
  // A level begins with neighbours and affinities of its own.
  if (progress.iteration > 0) return 0.1 + 0.9 * (progress.iteration / Math.max(1, progress.iterations));
  if (progress.phase === 'neighbors') return 0.08 * progress.phaseProgress;
  if (progress.phase === 'affinities') return 0.08 + 0.02 * progress.phaseProgress;
  return 0.1 + 0.9 * (progress.iteration / Math.max(1, progress.iterations));
}

function positionLine(status: MapStatus, strings: Strings): string {
  const { progress, state } = status;
  if (!progress || state === 'ready') return strings.points(formatCount(status.points, strings));
  if (state === 'ended') return strings.endedIn(formatCount(progress.iteration, strings), formatDuration(progress.elapsedMs, strings));
  if (!stepping(status)) return strings.percentDone(formatPercent(progress.phaseProgress, strings));
  const step = strings.step(formatCount(progress.iteration, strings), formatCount(progress.iterations, strings));
  return state === 'running' && progress.remainingMs !== null ? `${step} · ${strings.left(formatDuration(progress.remainingMs, strings))}` : step;
}

function backendLine(status: MapStatus, strings: Strings): TemplateResult | typeof nothing {
  if (!status.backend) return nothing;
  const name = strings.backends[status.backend];
  const shown = status.software ? strings.software(name) : name;
  const { backend, reasonCode, reasonFacts } = status;
  const reason = reasonCode && reasonFacts ? backendReason({ backend, reasonCode, reasonFacts }, strings) : '';
  return html`<details class="backend" part="backend">
    <summary title=${reason}>${chevronIcon}<span>${shown}</span><span class="visually-hidden">${strings.backendDetails(shown)}</span></summary>
    <p>${reason}</p>
    ${status.perplexity === undefined || status.neighbors === undefined
      ? nothing
      : html`<p>${strings.backendFacts(formatFixed(status.perplexity, 1, strings), formatCount(status.neighbors, strings))}</p>`}
    ${typeof status.recall === 'number' && status.recall < 1 ? html`<p>${strings.recall(formatFixed(status.recall, 3, strings))}</p>` : nothing}
  </details>`;
}

function buttons({ state }: MapStatus, strings: Strings, actions: ProgressActions): TemplateResult | typeof nothing {
  const button = (name: string, key: string | null, icon: unknown, click: () => void) => {
    const title = key ? strings.withKey(name, key) : name;
    return html`<button class="button" type="button" aria-label=${name} title=${title} @click=${click}>${icon}</button>`;
  };
  const reset = button(strings.reset, null, resetIcon, () => actions.reset());
  switch (state) {
    case 'preparing':
    case 'running':
      return html`${button(strings.pause, strings.keySpace, pauseIcon, () => actions.pause())}${reset}`;
    case 'paused':
      return html`${button(strings.resume, strings.keySpace, playIcon, () => actions.resume())}${reset}`;
    case 'ended':
    case 'failed':
      return html`${button(strings.runAgain, strings.keySpace, playIcon, () => actions.run())}${reset}`;
    default:
      return nothing;
  }
}

/** How many points there are to see, and the level that is being laid out where there are several. */
function pointsLine({ shown, level, levels, state }: MapStatus, rows: number, strings: Strings): string {
  const all = formatCount(rows, strings);
  const points = shown > 0 && shown < rows ? strings.pointsOf(formatCount(shown, strings), all) : strings.points(all);
  const growing = state === 'running' || state === 'paused';
  return growing && level && levels && levels > 1 ? `${strings.level(formatCount(level, strings), formatCount(levels, strings))} · ${points}` : points;
}

/** Phase, step, time left, KL, speed and backend, with run, pause and reset; of `rows` points. */
export function progressPanel(status: MapStatus, rows: number, quality: LayoutQuality | null, strings: Strings, actions: ProgressActions): TemplateResult {
  const { progress, state } = status;
  if (state === 'ready') {
    return html`<section class="panel progress" part="progress">
      <div class="progress-head">
        <p class="progress-title">${positionLine(status, strings)}</p>
        <button class="button primary" type="button" title=${strings.withKey(strings.run, strings.keySpace)} @click=${() => actions.run()}>${playIcon}${strings.run}</button>
      </div>
    </section>`;
  }
  const share = shareDone(status);
  return html`<section class="panel progress ${state}" part="progress">
    <div class="progress-head"><p class="progress-title">${statusTitle(status, strings)}</p>${buttons(status, strings, actions)}</div>
    <div class="bar ${state === 'running' || state === 'preparing' ? 'running' : ''}" role="progressbar" aria-label=${strings.progressLabel}
      aria-valuemin="0" aria-valuemax="100" aria-valuenow=${Math.round(100 * share)}><span style=${styleText(`transform: scaleX(${share})`)}></span></div>
    <p>${positionLine(status, strings)}</p>
    <ul class="facts">
      ${progress === null || progress.klDivergence === null ? nothing : html`<li title=${strings.klTitle}>${strings.kl(formatFixed(progress.klDivergence, 3, strings))}</li>`}
      ${state === 'running' && stepping(status) && progress && progress.stepsPerSecond > 0
        ? html`<li>${strings.stepsPerSecond(formatFixed(progress.stepsPerSecond, progress.stepsPerSecond < 10 ? 1 : 0, strings))}</li>`
        : nothing}
      ${quality === null || Number.isNaN(quality.neighborhoodPreservation)
        ? nothing
        : html`<li title=${strings.keptTitle}>${strings.kept(formatFixed(quality.neighborhoodPreservation, 2, strings), formatCount(quality.k, strings))}</li>`}
      <li class="points">${pointsLine(status, rows, strings)}</li>
    </ul>
    ${backendLine(status, strings)}
  </section>`;
}
