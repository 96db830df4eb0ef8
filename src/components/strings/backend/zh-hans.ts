import type { BackendStrings } from './en';

export const zhHans: BackendStrings = {
  requested: (backend) => `按要求使用 ${backend}。`,
  hardware: (backend, adapter) => `使用硬件适配器上的 ${backend}：${adapter}。`,
  noAdapter: '没有 GPU 适配器，由 CPU 计算。',
  fastest: (backend, times) => `没有硬件适配器，实测 ${backend} 最快（一小步用时：${times}）。`,
  renewed: (backend, error) => `设备失效后改用新设备上的 ${backend}：${error}。`,
  replaced: (backend, failed, error) => `${failed} 失效后改用 ${backend}：${error}。`,
  time: (backend, ms) => `${backend} ${ms} 毫秒`,
  list: '，',
  between: '',
  missing: (backend, what) => `${backend} 不可用：${what}。`,
  failed: (backend, error) => `${backend} 出错：${error}。`,
  slow: (backend, times) => `未测量 ${backend}：另一软件适配器比 CPU 慢 ${times} 倍。`,
};
