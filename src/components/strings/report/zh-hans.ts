import type { ReportStrings } from './en';

/** The words of a training report in Simplified Chinese. */
export const zhHans: ReportStrings = {
  title: '训练报告',
  files: (count, names) => `${count} 个文件：${names}`,
  curves: '损失与得分',
  findings: '运行诊断的发现',
  run: (name, rows) => `${name}，${rows} 行`,
  nothing: '没有发现。',
  learningRate: '学习率扫描',
  weights: '权重',
  left: '未显示的文件',
};
