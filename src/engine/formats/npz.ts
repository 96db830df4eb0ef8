import { unzipSync } from 'fflate';
import { type NpyArray, parseNpy } from './npy';
import { formatError, type Parsed } from './parsed';
import { RepairLog } from './repair-log';
import { rejectOtherText } from './text-guard';

const WHAT = 'a .npz archive of NumPy';
const ZIP = [0x50, 0x4b];

/**
 * NumPy's `.npz`: arrays by name, stored (`numpy.savez`) or deflated (`savez_compressed`). Arrays that {@link parseNpy}
 * cannot read (texts, objects, complex numbers) are left out and reported, by their number in the archive as line.
 * Unpacks on the calling thread: large archives belong in a worker.
 * @throws FvError `format` where the file is no zip archive, is cut off, or holds no array of numbers.
 */
export function parseNpz(bytes: ArrayBuffer | Uint8Array): Parsed<Map<string, NpyArray>> {
  const file = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
  if (file.length === 0) throw formatError(WHAT, 'an empty file', 'check that the file was written and uploaded whole');
  if (ZIP.some((byte, i) => file[i] !== byte)) {
    rejectOtherText(new TextDecoder().decode(file.subarray(0, 1024)), WHAT);
    throw formatError(WHAT, 'other first bytes', 'save it with numpy.savez("vectors.npz", vectors=vectors)');
  }
  const repairs = new RepairLog();
  const arrays = new Map<string, NpyArray>();
  Object.entries(unpack(file)).forEach(([path, content], i) => {
    try {
      arrays.set(path.replace(/\.npy$/, ''), parseNpy(content));
    } catch (error) {
      repairs.add(i + 1, 'unreadable', `${path}: ${(error as Error).message}; left out`);
    }
  });
  if (arrays.size === 0) throw formatError('an archive with arrays of numbers', repairs.list()[0]?.message ?? 'an empty archive', 'save it with numpy.savez("vectors.npz", vectors=vectors)');
  return { value: arrays, repairs: repairs.list() };
}

function unpack(file: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(file);
  } catch (error) {
    throw formatError(WHAT, `an archive that cannot be unpacked (${(error as Error).message})`, 'the file is cut off or damaged: download or save it again', error);
  }
}
