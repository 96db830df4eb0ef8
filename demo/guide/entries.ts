import type { Language } from '../shared/settings';

/** One call of Flair, and what takes its place. */
export interface GuideEntry {
  /** The call in Python. */
  flair: string;
  /** What one sees here that the call does not show. */
  gain: Record<Language, string>;
  /** Lines of Python that write the files; '' where Flair writes them itself. */
  python: string;
  /** The same on a web page. */
  page: string;
}

export const ENTRIES: readonly GuideEntry[] = [
  {
    flair: 'Visualizer().visualize_word_emeddings(embeddings, sentences, "map.html")',
    gain: {
      en: 'Hundreds of thousands of points instead of some hundreds, laid out live; neighbours, axes, search and selection.',
      'zh-Hans': '可容纳数十万个点而非几百个，布局过程实时可见；并提供近邻、语义轴、搜索与选择。',
    },
    python: `import json, numpy as np
embeddings.embed(sentences)                             # StackedEmbeddings, TransformerWordEmbeddings, …
tokens = [token for sentence in sentences for token in sentence]
np.save("vectors.npy", np.stack([token.embedding.cpu().numpy() for token in tokens]).astype("float32"))
contexts = [{"text": token.sentence.to_original_text(), "start": token.start_position, "end": token.end_position} for token in tokens]
json.dump({"labels": [token.text for token in tokens], "contexts": contexts}, open("tokens.json", "w"))`,
    page: `import 'flair-visual/define/embedding-map';
import { parseNpy } from 'flair-visual/formats';

const [bytes, tokens] = await Promise.all([
  fetch('vectors.npy').then((response) => response.arrayBuffer()),
  fetch('tokens.json').then((response) => response.json()),
]);
const { values, shape } = parseNpy(bytes);
map.data = { vectors: values, dimensions: shape[1], ...tokens };  // the token in its sentence on hover
await map.run();`,
  },
  {
    flair: 'Highlighter().highlight(activation, text)',
    gain: {
      en: 'Safe HTML with a legend, a scale that is told, and every unit of the layer at once in the heatmap beside it.',
      'zh-Hans': '输出经转义的安全 HTML，附图例并标明色标；旁边的热图同时展示该层的所有单元。',
    },
    python: `import numpy as np
model = FlairEmbeddings("news-forward").lm
states = model.get_representation([text], "\\n", "")[1:, 0]  # [characters, units]; the first row is the start marker
np.save("states.npy", states.detach().cpu().numpy().astype("float32"))
open("text.txt", "w").write(text)`,
    page: `<fv-activation-text id="text" src="states.npy" text-src="text.txt"></fv-activation-text>
<fv-activation-heatmap for="text"></fv-activation-heatmap>
<script type="module" src="./flair-visual/dist/cdn.js"></script>`,
  },
  {
    flair: 'Plotter().plot_training_curves("loss.tsv")',
    gain: {
      en: 'Every run of a folder in one picture, live while it trains; overfitting, plateaus and gaps marked with their rule and numbers.',
      'zh-Hans': '一张图展示文件夹中的所有训练，训练时实时更新；过拟合、停滞与差距均按所列规则和数值标出。',
    },
    python: '',
    page: `<fv-training-curves src="run-1/loss.tsv run-2/loss.tsv"></fv-training-curves>
<script type="module" src="./flair-visual/dist/cdn.js"></script>`,
  },
  {
    flair: 'Plotter().plot_weights("weights.txt")',
    gain: {
      en: 'Thousands of tensors that can be searched and ordered; frozen and exploding ones found. The slots are random positions, as Flair samples them.',
      'zh-Hans': '数千个张量，可搜索、可排序；自动找出冻结与爆炸的张量。各槽位是 Flair 随机抽取的位置。',
    },
    python: 'trainer.train("run-1", write_weights=True)',
    page: `<fv-weight-traces src="run-1/weights.txt"></fv-weight-traces>
<script type="module" src="./flair-visual/dist/cdn.js"></script>`,
  },
  {
    flair: 'Plotter().plot_learning_rate("learning_rate.tsv")',
    gain: {
      en: 'The trims as handles, and four known suggestions with their rule instead of a glance.',
      'zh-Hans': '首尾裁剪可直接拖动；给出四种已知的建议学习率及其规则，而不靠目测。',
    },
    python: 'trainer.find_learning_rate("run-1")',
    page: `<fv-learning-rate src="run-1/learning_rate.tsv" skip-first="10" skip-last="5"></fv-learning-rate>
<script type="module" src="./flair-visual/dist/cdn.js"></script>`,
  },
  {
    flair: 'render_ner_html(sentences)',
    gain: {
      en: 'Nested and overlapping spans, scores with a threshold, gold against predicted with the kind of every error.',
      'zh-Hans': '支持嵌套与重叠的片段、带阈值的得分，并对照标准答案与预测，指明每个错误的类型。',
    },
    python: 'tagger.evaluate(corpus.test, gold_label_type="ner", out_path="run-1/test.tsv")',
    page: `<fv-entity-text src="run-1/test.tsv"></fv-entity-text>
<script type="module" src="./flair-visual/dist/cdn.js"></script>`,
  },
];
