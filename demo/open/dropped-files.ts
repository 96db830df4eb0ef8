/** All files of a folder, with those of its folders. */
async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await new Promise<File>((resolve, reject) => { (entry as FileSystemFileEntry).file(resolve, reject); })];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: File[] = [];
  // A reader gives a folder in parts, an empty one at its end.
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => { reader.readEntries(resolve, reject); });
    if (part.length === 0) return files;
    for (const child of part) files.push(...await filesIn(child));
  }
}

/** The files of a drop; where folders are among what was dropped, the files in them. */
export async function filesOf(entries: readonly (FileSystemEntry | null)[], files: readonly File[]): Promise<File[]> {
  if (!entries.some((entry) => entry?.isDirectory)) return [...files];
  return (await Promise.all(entries.filter((entry) => entry !== null).map(filesIn))).flat();
}
