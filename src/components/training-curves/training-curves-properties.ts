import { LitElement, type PropertyDeclaration } from 'lit';
import { property } from 'lit/decorators.js';
import { NO_FILTER, type BandKind, type CategoryFilter, type CurveX, type DoctorOptions, type FileHandle, type SourcePlace, type TrainingRun } from '../../engine';

/** Parts of an attribute, none of which may hold the separator. */
const list = (separator: RegExp, joined: string): PropertyDeclaration<readonly SourcePlace[]>['converter'] => ({
  fromAttribute: (value) => (value ?? '').split(separator).map((part) => part.trim()).filter((part) => part !== ''),
  toAttribute: (value) => (value.length > 0 && value.every((part) => typeof part === 'string') ? value.join(joined) : null),
});

/** What a page may set on `<fv-training-curves>`. */
export abstract class TrainingCurvesProperties extends LitElement {
  /** Runs to show, as the parsers give them. Arrays are read, never changed; assign a new array to show other runs. */
  @property({ attribute: false }) data: readonly TrainingRun[] | null = null;
  /** Addresses (in the attribute with white space between them) or files to load: `loss.tsv`, `loss.txt`, `training.log`, `trainer_state.json`, CSV, TSV. */
  @property({ reflect: true, converter: list(/\s+/, ' ') }) src: readonly SourcePlace[] = [];
  /** Seconds after which `src` and `handle` are looked at again while they are written: only what is new is fetched and read, zoom and lines stay; 0: never, and a handle every 2 s. */
  @property({ type: Number, reflect: true }) refresh = 0;
  /** A file of the user's that may grow, by the File System Access API; shown after those of `src`. */
  @property({ attribute: false }) handle: FileHandle | null = null;
  /** Names of the runs of `src`, in their order; in the attribute separated by commas. Missing ones are named by their files. */
  @property({ reflect: true, converter: list(/,/, ',') }) runs: readonly string[] = [];
  /** Metrics, one panel each: `LOSS`, `F1`, `LEARNING_RATE` …; empty: the main ones. In the attribute separated by commas. */
  @property({ reflect: true, converter: list(/,/, ',') }) metrics: readonly string[] = [];
  /** What lies along x; where no run knows it, the first that one knows. */
  @property({ reflect: true }) x: CurveX = 'epoch';
  @property({ reflect: true, attribute: 'x-scale' }) xScale: 'linear' | 'log' = 'linear';
  @property({ reflect: true, attribute: 'y-scale' }) yScale: 'linear' | 'log' = 'linear';
  /** 0 … 0.99: weight that a moving average keeps, see `smoothingTime`; raw values stay behind it. */
  @property({ type: Number, reflect: true }) smoothing = 0;
  /** `median`: all runs as one line with a band. */
  @property({ reflect: true }) aggregate: 'none' | 'median' = 'none';
  /** What the band of a median holds: all runs, or the middle half. */
  @property({ reflect: true }) band: BandKind = 'range';
  /** Name of a run: the others are shown as their differences to it, at the same x; empty: none. */
  @property({ reflect: true }) baseline = '';
  /** Whether the table of runs is shown: best scores, time and parameters. */
  @property({ type: Boolean, reflect: true }) comparing = false;
  /** Thresholds of the run doctor, see `DOCTOR_DEFAULTS`; null: no findings. */
  @property({ attribute: false }) doctor: Partial<DoctorOptions> | null = {};
  /** The part of x in sight, in its units (times in ms); null: everything. */
  @property({ attribute: false }) range: readonly [from: number, to: number] | null = null;
  /** Lines that are shown or hidden, by `run / split`; see `fv-run-visibility-change`. */
  @property({ attribute: false }) lineFilter: CategoryFilter = NO_FILTER;
  /** BCP 47 tag of the words and numbers; empty: the nearest `lang`. */
  @property({ reflect: true }) locale = '';
  /** `light` or `dark`; empty: as the system has it. */
  @property({ reflect: true }) theme: 'light' | 'dark' | '' = '';
}

/** Properties that the element's own controls change. */
export type SettingName = 'x' | 'xScale' | 'yScale' | 'smoothing' | 'aggregate' | 'doctor' | 'metrics' | 'baseline' | 'comparing';
