import 'flair-visual/define/training-curves';
import { parseLossTsv } from 'flair-visual/formats';

export function show(place: HTMLElement): void {
  const curves = document.createElement('fv-training-curves');
  // What Flair's trainer writes; `src="loss.tsv"` loads such a file.
  const rows = Array.from({ length: 30 }, (_, epoch) => [
    epoch + 1, `12:${String(10 + epoch).padStart(2, '0')}:00`, 0, 0.1, (2 * 0.85 ** epoch + 0.1).toFixed(4), (2 * 0.88 ** epoch + 0.3 + 0.01 * epoch).toFixed(4), (0.9 - 0.6 * 0.8 ** epoch).toFixed(4),
  ].join('\t'));
  const file = ['EPOCH\tTIMESTAMP\tBAD_EPOCHS\tLEARNING_RATE\tTRAIN_LOSS\tDEV_LOSS\tDEV_F1', ...rows].join('\n');
  curves.data = parseLossTsv(new TextEncoder().encode(file), { name: 'a run' }).value;
  place.append(curves);
}
