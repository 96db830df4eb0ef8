import { createSourceWorker, type ActivationData, type AttentionData, type EmbeddingMapData, type FvEmbeddingMap } from 'flair-visual';
import { parseMetadataTsv, parseNpy, parseProjectorTsv, parseWordVectors } from 'flair-visual/formats';
import type { PlannedView } from './plan-views';

const numbered = (count: number) => Array.from({ length: count }, (_, i) => String(i + 1));
const extensionOf = (file: File) => /\.(\w+)$/.exec(file.name)?.[1].toLowerCase() ?? '';

async function mapOf(file: File, beside: File | undefined): Promise<FvEmbeddingMap> {
  await import('flair-visual/define/embedding-map');
  const map = document.createElement('fv-embedding-map');
  map.autorun = true;
  map.data = await mapDataOf(file, beside);
  return map;
}

async function mapDataOf(file: File, beside: File | undefined): Promise<EmbeddingMapData> {
  const metadata = await beside?.text();
  switch (extensionOf(file)) {
    case 'npy': {
      const { values, shape } = parseNpy(await file.arrayBuffer());
      const [rows, dimensions = 1] = shape;
      return { vectors: values, dimensions, ...(metadata === undefined ? { labels: numbered(rows) } : parseMetadataTsv(metadata).value) };
    }
    case 'bytes':
      return parseProjectorTsv(await file.arrayBuffer(), metadata ?? '').value;
    case 'tsv': {
      const text = await file.text();
      return parseProjectorTsv(text, metadata ?? numbered(text.trimEnd().split('\n').length).join('\n')).value;
    }
    default:
      return (await parseWordVectors(file.stream())).value;
  }
}

/** The text with its activations, and all units below it. */
async function activationsOf(file: File, beside: File | undefined): Promise<HTMLElement[]> {
  await Promise.all([import('flair-visual/define/activation-text'), import('flair-visual/define/activation-heatmap')]);
  const bytes = await file.arrayBuffer();
  const text = document.createElement('fv-activation-text');
  const heatmap = document.createElement('fv-activation-heatmap');
  const worker = createSourceWorker();
  try {
    const data: ActivationData = await worker.call('activations', { bytes, extension: extensionOf(file), text: beside ? await beside.text() : null, segmentation: 'char' }, { transfer: [bytes] });
    text.data = data;
  } finally {
    worker.dispose();
  }
  text.id = `text-${crypto.randomUUID()}`;
  heatmap.setAttribute('for', text.id);
  return [text, heatmap];
}

async function attentionOf(file: File, beside: File | undefined): Promise<HTMLElement> {
  await import('flair-visual/define/attention');
  const element = document.createElement('fv-attention');
  const { values, shape } = parseNpy(await file.arrayBuffer());
  const axes = [1, 1, ...shape].slice(-4) as [number, number, number, number];
  const text = await beside?.text();
  const tokens = text === undefined ? numbered(axes[2]) : /^\s*\[/.test(text) ? (JSON.parse(text) as string[]) : text.trimEnd().split(/\r?\n/);
  const data: AttentionData = { tokens, attention: values, shape: axes };
  element.data = data;
  return element;
}

/** The elements that show a view; each tells its own errors. @throws where a file cannot be read at all. */
export async function showView({ kind }: PlannedView, files: readonly File[], beside: File | undefined): Promise<HTMLElement[]> {
  const [file] = files;
  switch (kind) {
    case 'curves': {
      await import('flair-visual/define/training-curves');
      const curves = document.createElement('fv-training-curves');
      curves.src = files;
      return [curves];
    }
    case 'weights': {
      await import('flair-visual/define/weight-traces');
      const traces = document.createElement('fv-weight-traces');
      traces.src = file;
      return [traces];
    }
    case 'learning-rate': {
      await import('flair-visual/define/learning-rate');
      const sweep = document.createElement('fv-learning-rate');
      sweep.src = file;
      return [sweep];
    }
    case 'entities': {
      await import('flair-visual/define/entity-text');
      const entities = document.createElement('fv-entity-text');
      entities.load(file);
      return [entities];
    }
    case 'trees': {
      await import('flair-visual/define/dependency-tree');
      const trees = document.createElement('fv-dependency-tree');
      trees.load(file);
      return [trees];
    }
    case 'map':
      return [await mapOf(file, beside)];
    case 'activations':
      return activationsOf(file, beside);
    case 'attention':
      return [await attentionOf(file, beside)];
    default:
      return [];
  }
}
