import { FvError } from '../../engine';
import { plotsCode } from './plots-code';
import { sortFiles, type ReportFile } from './report-files';
import { reportPage, type ReportOptions } from './report-page';

export type { ReportFile, ReportOptions };

/**
 * One page of the files of a training folder, see `Plotter.report`.
 * @throws FvError `format` where none of the files is known; `network` where the library's own code cannot be read.
 */
export async function trainingReport(files: readonly ReportFile[], options: ReportOptions = {}): Promise<Blob> {
  const sorted = await sortFiles(files);
  if (sorted.shown.length === 0) {
    throw new FvError({
      code: 'format', expected: 'files of a training: loss.tsv, loss.txt, training.log, trainer_state.json, CSV, learning_rate.tsv, weights.txt',
      received: sorted.left.length === 0 ? 'none' : sorted.left.map(({ name, reason }) => `${name} (${reason})`).join(', '), fix: 'pass the folder that the trainer wrote',
    });
  }
  return new Blob(await reportPage(sorted, await code(), options), { type: 'text/html' });
}

async function code(): Promise<string> {
  try {
    return await plotsCode();
  } catch (cause) {
    throw new FvError({ code: 'network', expected: 'the source of the plots, to put into the report', received: String(cause), fix: 'serve flair-visual where the page can fetch it' }, { cause });
  }
}
