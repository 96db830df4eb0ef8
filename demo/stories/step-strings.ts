import type { Language } from '../shared/settings';

const en = {
  show: 'Show me',
  showStep: (title: string) => `Show me: ${title}`,
  done: 'done',
  failed: 'This step did not work.',
};

/** What every step of every story says. */
export const STEP_STRINGS: Record<Language, typeof en> = {
  en,
  'zh-Hans': { show: '演示', showStep: (title) => `演示：${title}`, done: '已完成', failed: '这一步未能完成。' },
};
