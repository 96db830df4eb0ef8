import { cpus, loadavg, totalmem } from 'node:os';

export interface Machine {
  cpu: string;
  cores: number;
  memoryGb: number;
  /** Load average of the last minute, when asked. */
  load: number;
  node: string;
  chromium: string;
  date: string;
}

export function describeMachine(chromium: string): Machine {
  const all = cpus();
  return {
    cpu: all[0]?.model ?? 'unknown',
    cores: all.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    load: loadavg()[0],
    node: process.version,
    chromium,
    date: new Date().toISOString(),
  };
}

export function machineLine({ cpu, cores, memoryGb, load, node, chromium, date }: Machine): string {
  return `${cpu}, ${cores} cores, ${memoryGb} GB, load ${load.toFixed(2)} at start, Node ${node}, Chromium ${chromium}, ${date.slice(0, 16)}Z`;
}
