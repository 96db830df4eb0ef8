import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests that wait for the playground or the package to be built. */
const WAITING = /[\\/]test[\\/](?:demo|frameworks)[\\/]/;

/** Puts the tests that wait for a build behind all others. */
export class LastInLine extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const waits = ({ moduleId }: TestSpecification) => WAITING.test(moduleId);
    return [...sorted.filter((file) => !waits(file)), ...sorted.filter(waits)];
  }
}
